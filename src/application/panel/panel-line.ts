import type { AdjustmentOutput } from '#application/adjustment/output';
import { present } from '#kernel/assert';
import { formatYuanGrouped, parseYuan, sumFen, type Fen } from '#kernel/fen';
import { packName, type Pack } from '#rules/pack/pack';

const SCHEME_WORDS: Readonly<Record<string, string>> = { employee: '职工', resident: '居民' };

/** One line for a run of a panel: place, year, insurance type, what the fund took, paid and closed with, in yuan. */
export function panelLine(output: AdjustmentOutput, pack: Pack, runId: string): string {
  const sum = (rows: readonly { readonly amount: string }[]): string =>
    formatYuanGrouped(sumFen(rows.map((row) => amountIn(row.amount))));
  const closing = formatYuanGrouped(amountIn(output.fund.closingBalance));
  const draft = output.status === 'draft' ? '（征求意见稿 draft）' : '';
  return (
    `${packName(pack).zh} ${output.year} ${SCHEME_WORDS[output.scheme] ?? output.scheme}${draft}：` +
    `上解 levies ${sum(output.levies)}，下拨 allocated ${sum(output.allocations)}，` +
    `年末 closing ${closing} 元，记录 run ${runId}`
  );
}

function amountIn(text: string): Fen {
  const amount = parseYuan(text);
  return present(typeof amount === 'string' ? undefined : amount, `an amount in ${text}`);
}
