import type { Bilingual } from '#kernel/bilingual';
import { formatYuanGrouped } from '#kernel/fen';
import type { Figure } from '#rules/explain/trace';

/** An amount inside a formula: yuan with thousands marks. */
export function yuan(figure: Pick<Figure, 'fen'>): string {
  return formatYuanGrouped(figure.fen);
}

/** A formula that reads the same in both languages. */
export function alike(text: string): Bilingual {
  return { zh: text, en: text };
}

/** "a + b + c = total"; a single addend is written alone, a long sum as its count. */
export function sumFormula(addends: readonly Figure[], total: Figure['fen']): Bilingual {
  const result = yuan({ fen: total });
  if (addends.length === 0) return alike(result);
  if (addends.length > 6) {
    return { zh: `${addends.length} 项合计 = ${result}`, en: `sum of ${addends.length} = ${result}` };
  }
  return alike(`${addends.map(yuan).join(' + ')} = ${result}`);
}
