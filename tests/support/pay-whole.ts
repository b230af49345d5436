import { payYear } from '#application/adjustment-year/pay-year';
import type { YearServices } from '#application/adjustment-year/services';
import { postedAmount } from '#domain/adjustment-year/posted-lines';
import { partsOfLine } from '#domain/adjustment-year/year-line';
import type { Scope } from '#domain/identity/account';
import { fen, formatYuan } from '#kernel/fen';
import { valueOf } from '#tests/support/decided';

/**
 * Pays an approved year to its end: what can be paid, then what treasuries give as it comes in, then what waited for
 * that. Gives whether the year is final, which it is.
 */
export async function payWhole(
  services: YearServices,
  payer: Scope,
  id: string,
  key: string,
  now: string,
): Promise<boolean> {
  const first = valueOf(await payYear(services, payer, id, { key, note: '' }, now));
  if (first.isFinal) return true;
  const payments = await treasuryReceipts(services, payer, id);
  const receipts = { key: `${key} receipts`, payments, note: '' };
  const received = valueOf(await payYear(services, payer, id, receipts, now));
  if (received.isFinal) return true;
  return valueOf(await payYear(services, payer, id, { key: `${key} rest`, note: '' }, now)).isFinal;
}

/** What treasuries owe to an approved year and have not given, as payments. */
async function treasuryReceipts(
  { adjustmentYearStore }: YearServices,
  scope: Scope,
  id: string,
): Promise<readonly { readonly line: string; readonly amount: string }[]> {
  const posted = await adjustmentYearStore.within(scope, (office) => office.listPostings(id));
  const lines = [...new Set(posted.map(({ line }) => line))];
  return lines
    .filter((line) => partsOfLine(line).kind === 'treasury')
    .map((line) => {
      const open = postedAmount(posted, line, 'due') - postedAmount(posted, line, 'paid');
      return { line, amount: formatYuan(fen(open)) };
    });
}
