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

/** The opening balance of a part of the fund in the books of a budget's year. */
export interface HeldOpening {
  readonly fen: Fen;
  /**
   * Basis of the balance: the year before is closed, or still open, or the balances were taken over where the books
   * begin with the year. With an open year the figure may change; otherwise it is final.
   */
  readonly basis: 'closed_year' | 'open_year' | 'taken_in';
  /** The last closed month that the figure covers; null while none is. */
  readonly closedThrough: Month | null;
}

/** Openings by part of the fund; empty where no books cover that time, which is not zero. */
export type HeldOpenings = ReadonlyMap<BudgetPart, HeldOpening>;
type Source = Pick<BudgetServices, 'ledgerReader' | 'statementStore'>;

/**
 * Reads the opening balances of a budget's year from the books: balance and result together. Not called within a
 * transaction.
 */
export async function readHeld(source: Source, scope: Scope, books: Books): Promise<HeldOpenings> {
  const { pool, kind, insuranceType, year } = books;
  const [december, january] = [monthOf(year - 1, 12), monthOf(year, 1)];
  const set = await source.ledgerReader.findBooks(scope, { pool, insuranceType });
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

/** Refuses openings that differ from final books without a stated reason. */
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

/** A held opening for a view, in yuan. */
export interface HeldText extends Omit<HeldOpening, 'fen'> {
  readonly amount: string;
}

export function heldText({ fen: amount, ...rest }: HeldOpening): HeldText {
  return { amount: formatYuan(amount), ...rest };
}

/** An opening balance of a budget beside that of the books; null where the books have none. */
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
