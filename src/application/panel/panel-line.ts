import type { AdjustmentOutput } from '#application/adjustment/output';
import type { Bilingual } from '#kernel/bilingual';
import { fenOf, formatYuanGrouped, sumFen } from '#kernel/fen';
import { packName, type Pack } from '#rules/pack/pack';

const SCHEME_WORDS: Readonly<Record<string, Bilingual>> = {
  employee: { zh: '职工', en: 'employee' },
  resident: { zh: '居民', en: 'resident' },
};

/** One line for a run of a panel: place, year, insurance type, what the fund took, paid and closed with, in yuan. */
export function panelLine(
  language: keyof Bilingual,
  output: AdjustmentOutput,
  pack: Pack,
  runId: string,
): string {
  const sum = (rows: readonly { readonly amount: string }[]): string =>
    formatYuanGrouped(sumFen(rows.map((row) => fenOf(row.amount))));
  const closing = formatYuanGrouped(fenOf(output.fund.closingBalance));
  const [levies, allocated] = [sum(output.levies), sum(output.allocations)];
  const isDraft = output.status === 'draft';
  const scheme = SCHEME_WORDS[output.scheme]?.[language] ?? output.scheme;
  const which = `${packName(pack)[language]} ${output.year} ${scheme}`;
  return {
    zh: `${which}${isDraft ? '（征求意见稿）' : ''}：上解 ${levies}，下拨 ${allocated}，年末 ${closing} 元，记录 ${runId}`,
    en: `${which}${isDraft ? ' (draft)' : ''}: levies ${levies}, allocated ${allocated}, closing ${closing} yuan, run ${runId}`,
  }[language];
}
