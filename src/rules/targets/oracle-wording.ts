import type { Bilingual } from '#kernel/bilingual';
import { ROUNDING_LABELS } from '#kernel/rounding';
import type { Comparison } from '#rules/formula/node';
import type { StrictNode } from '#rules/targets/oracle-operators';

/** A text that reads the same in both languages. */
export function alike(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Comparisons as people write them. */
export const COMPARISON_SIGNS: Readonly<Record<Comparison, string>> = {
  below: '<',
  at_most: '≤',
  equals: '=',
  at_least: '≥',
  above: '>',
};

/** A calculation with the texts of its arguments put in. */
export function wordOperator(node: StrictNode, args: readonly Bilingual[]): Bilingual {
  const [a = alike(''), b = alike(''), c = alike('')] = args;
  const joined = (sign: string): Bilingual => ({
    zh: args.map((arg) => arg.zh).join(` ${sign} `),
    en: args.map((arg) => arg.en).join(` ${sign} `),
  });
  switch (node.op) {
    case 'add':
      return joined('+');
    case 'subtract':
      return joined('−');
    case 'timesRate':
    case 'timesCount':
      return joined('×');
    case 'round': {
      const { zh, en } = ROUNDING_LABELS[node.rounding];
      return { zh: `${a.zh}（${zh}）`, en: `${a.en} (${en})` };
    }
    case 'min':
      return {
        zh: `${a.zh} 与 ${b.zh} 中较小者`,
        en: `the smaller of ${a.en} and ${b.en}`,
      };
    case 'max':
      return { zh: `${a.zh} 与 ${b.zh} 中较大者`, en: `the larger of ${a.en} and ${b.en}` };
    case 'clamp':
      return {
        zh: `${a.zh} 限于 ${b.zh} 至 ${c.zh}`,
        en: `${a.en} held between ${b.en} and ${c.en}`,
      };
    case 'compare':
      return joined(COMPARISON_SIGNS[node.comparison]);
    case 'and':
      return { zh: args.map((arg) => arg.zh).join(' 且 '), en: args.map((arg) => arg.en).join(' and ') };
    case 'or':
      return { zh: args.map((arg) => arg.zh).join(' 或 '), en: args.map((arg) => arg.en).join(' or ') };
    case 'not':
      return { zh: `非（${a.zh}）`, en: `not (${a.en})` };
    case 'mulDiv': {
      const { zh, en } = ROUNDING_LABELS[node.rounding];
      return {
        zh: `${a.zh} × ${b.zh} ÷ ${c.zh}（${zh}）`,
        en: `${a.en} × ${b.en} ÷ ${c.en} (${en})`,
      };
    }
    case 'marginal':
      return wordMarginal(args, node.bands);
    case 'daysBetween':
      return { zh: `${a.zh} 至 ${b.zh} 的天数`, en: `days from ${a.en} to ${b.en}` };
    case 'fullYears':
      return { zh: `${a.zh} 至 ${b.zh} 的周年数`, en: `full years from ${a.en} to ${b.en}` };
  }
}

/** A scale as people read it: the stretch, then each band's upper end with its rate. */
function wordMarginal(args: readonly Bilingual[], bands: number): Bilingual {
  const [from = alike(''), to = alike(''), ...scale] = args;
  const [ends, rates] = [scale.slice(0, bands - 1), scale.slice(bands - 1)];
  const parts = rates.map((rate, band): Bilingual => {
    const end = ends[band];
    return end === undefined
      ? { zh: `其余 ${rate.zh}`, en: `the rest at ${rate.en}` }
      : { zh: `至 ${end.zh} 按 ${rate.zh}`, en: `up to ${end.en} at ${rate.en}` };
  });
  return {
    zh: `${from.zh} 至 ${to.zh} 分段：${parts.map((part) => part.zh).join('，')}`,
    en: `${from.en} to ${to.en} by bands: ${parts.map((part) => part.en).join(', ')}`,
  };
}

const COMPOUND: ReadonlySet<string | undefined> = new Set([
  'add',
  'subtract',
  'and',
  'or',
  'mulDiv',
  'marginal',
]);

/** A part of a larger calculation, in brackets where the reading would otherwise change. */
export function bracketed(text: Bilingual, op?: string): Bilingual {
  if (!COMPOUND.has(op)) return text;
  return { zh: `（${text.zh}）`, en: `(${text.en})` };
}
