import type { BooksOf } from '#console/api/ledger-queries.ts';
import type { Payable, PaymentRun } from '#console/api/payment-queries.ts';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { DAY } from '#console/fund/patterns.ts';
import { yuanText } from '#console/fund/yuan-text.ts';
import { fenOf } from '#kernel/fen';

export type Purpose = PaymentRun['purpose'];

/** Purposes whose payments name a category of benefit. */
const WITH_CATEGORY: readonly Purpose[] = ['benefit', 'set_off'];

/** A payment run while it is put together. */
export interface RunDraft {
  readonly books: BooksOf | undefined;
  readonly purpose: Purpose;
  readonly category: string | undefined;
  readonly paysOn: string;
  /** Rows whose tick the person changed: what has the run's category is ticked at first, what has none is not. */
  readonly changed: readonly string[];
  readonly advance: { readonly payee: string; readonly amount: string };
}

/** What may be paid to one payee: as settled, or of a debt from before the books, which has no category. */
export interface PayableRow extends Pick<Payable, 'counterparty' | 'pooled' | 'account' | 'returned'> {
  readonly key: string;
  readonly isUncategorised: boolean;
}

export function needsCategory(purpose: Purpose): boolean {
  return WITH_CATEGORY.includes(purpose);
}

/** What a run of the draft's purpose and category may pay; empty until a category is chosen where one is needed. */
export function payableRows(
  payables: readonly Payable[],
  { purpose, category }: Pick<RunDraft, 'purpose' | 'category'>,
): readonly PayableRow[] {
  const of = purpose === 'set_off' ? 'benefit' : purpose;
  const hasCategory = needsCategory(purpose);
  if (hasCategory && category === undefined) return [];
  return payables
    .filter((one) => one.purpose === of && (fenOf(one.pooled) > 0n || fenOf(one.account) > 0n))
    .filter((one) => !hasCategory || one.category === category || isBrought(one, purpose))
    .map((one) => ({
      key: `${one.counterparty} ${one.category ?? ''}`,
      counterparty: one.counterparty,
      pooled: one.pooled,
      account: one.account,
      returned: one.returned,
      isUncategorised: isBrought(one, purpose),
    }));
}

export function isChosen(row: PayableRow, changed: readonly string[]): boolean {
  return changed.includes(row.key) === row.isUncategorised;
}

/** The run that a draft stands for, or undefined while something of it is missing. */
export function runOfDraft(draft: RunDraft, rows: readonly PayableRow[]) {
  const { books, purpose, category, paysOn, changed, advance } = draft;
  const hasCategory = needsCategory(purpose);
  if (books === undefined || !DAY.test(paysOn) || (hasCategory && category === undefined)) return undefined;
  const { pool, insuranceType } = books;
  const body = { insuranceType, purpose, category: hasCategory ? (category ?? null) : null, paysOn };
  if (purpose === 'prepayment') {
    const pooled = yuanText(advance.amount);
    if (advance.payee === '' || pooled === undefined) return undefined;
    return { pool, body: { ...body, lines: [{ counterparty: advance.payee, pooled }] } };
  }
  const chosen = rows.filter((row) => isChosen(row, changed));
  if (chosen.length === 0) return undefined;
  const isAll = rows.every((row) => row.isUncategorised || isChosen(row, changed));
  const takesBrought = chosen.some(({ isUncategorised }) => isUncategorised);
  return { pool, body: isAll && !takesBrought ? body : { ...body, lines: linesOf(chosen) } };
}

/** A line for each payee; one that also pays a debt without a category gives its amounts. */
function linesOf(chosen: readonly PayableRow[]) {
  const payees = [...new Set(chosen.map(({ counterparty }) => counterparty))];
  return payees.map((counterparty) => {
    const own = chosen.filter((row) => row.counterparty === counterparty);
    if (!own.some(({ isUncategorised }) => isUncategorised)) return { counterparty };
    return {
      counterparty,
      pooled: sumYuan(own.map(({ pooled }) => pooled)),
      account: sumYuan(own.map(({ account }) => account)),
    };
  });
}

function isBrought({ category }: Payable, purpose: Purpose): boolean {
  return purpose === 'benefit' && category === null;
}
