import { readTurnovers, type Books } from '#application/budget/actuals';
import { monthOf, partOfFund } from '#application/budget/books-terms';
import { openingNotOfBooks } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { BudgetPart } from '#domain/budget/lines';
import { partsOf, type BudgetTable } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuan, type Fen } from '#kernel/fen';
import type { Month } from '#kernel/month';

/** What a part of the fund begins a budget's year with by the books. */
export interface HeldOpening {
  readonly fen: Fen;
  /**
   * Year before closed, still open, or the balances that were taken in where the books begin with the year. Of an open
   * year the figure may change; the others are final.
   */
  readonly basis: 'closed_year' | 'open_year' | 'taken_in';
  /** The last closed month of those that the figure counts; null while none is. */
  readonly closedThrough: Month | null;
}

/** By part of the fund; empty without books of that time, which is not nil. */
export type HeldOpenings = ReadonlyMap<BudgetPart, HeldOpening>;
type Source = Pick<BudgetServices, 'ledgerReader' | 'statementStore'>;

/** What the books hold where a budget's year begins: balance and result together. Not called within a transaction. */
export async function readHeld(source: Source, scope: Scope, books: Books): Promise<HeldOpenings> {
  const { pool, kind, insuranceType, year } = books;
  const [december, january] = [monthOf(year - 1, 12), monthOf(year, 1)];
  const set = (await source.ledgerReader.listBooks(scope)).find(
    (one) => one.pool === pool && one.insuranceType === insuranceType,
  );
  if (set === undefined || set.firstMonth > january) return new Map();
  const isFirstYear = set.firstMonth === january;
  const counted = (await readTurnovers(source, scope, books, 1)).filter(
    ({ book, account, month, isOpening }) =>
      book === 'cash' && /^[345]/.test(account) && (isFirstYear ? isOpening : month <= december),
  );
  // Books without balances taken in say nothing of what was there before them.
  if (isFirstYear && counted.length === 0) return new Map();
  const { closedThrough } = set;
  const isClosed = closedThrough !== null && closedThrough >= december;
  const held = (part: BudgetPart): HeldOpening => ({
    fen: fen(
      counted
        .filter(({ fund }) => partOfFund(fund) === part)
        .reduce((sum, { debit, credit }) => sum + credit - debit, 0n),
    ),
    basis: isFirstYear ? 'taken_in' : isClosed ? 'closed_year' : 'open_year',
    closedThrough: isFirstYear ? null : isClosed ? december : closedThrough,
  });
  return new Map(partsOf(kind, insuranceType).map((part) => [part, held(part)]));
}

/** Openings that differ from books that are final, where no reason is stated for it. */
export function openingRefusals(
  { opening }: Pick<BudgetTable, 'opening'>,
  held: HeldOpenings,
  reason: string | undefined,
): readonly Refusal[] {
  if (reason !== undefined && reason.trim() !== '') return [];
  return opening.flatMap(({ part, fen: stated }) => {
    const found = held.get(part);
    if (found === undefined || found.basis === 'open_year' || found.fen === stated) return [];
    return [openingNotOfBooks(part, stated, found.fen)];
  });
}

/** A held opening as it is shown, in yuan. */
export interface HeldText extends Omit<HeldOpening, 'fen'> {
  readonly amount: string;
}

export function heldText({ fen: amount, ...rest }: HeldOpening): HeldText {
  return { amount: formatYuan(amount), ...rest };
}

/** An opening balance of a budget beside what the books hold; null where they say nothing of it. */
export interface OpeningView {
  readonly part: BudgetPart;
  readonly amount: string;
  readonly held: HeldText | null;
  /** Stated less held; null without books. */
  readonly difference: string | null;
}

export function openingViews(
  { opening }: Pick<BudgetTable, 'opening'>,
  held: HeldOpenings,
): readonly OpeningView[] {
  return opening.map(({ part, fen: stated }) => {
    const found = held.get(part);
    return {
      part,
      amount: formatYuan(stated),
      held: found === undefined ? null : heldText(found),
      difference: found === undefined ? null : formatYuan(fen(stated - found.fen)),
    };
  });
}
