import { addedUp, booksTerms, monthOf, partOfFund } from '#application/budget/books-terms';
import type { Budget } from '#application/ports/budget-store';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { StatementStore } from '#application/ports/statement-store';
import type { ActualAmount } from '#domain/budget/execution';
import type { ClosedYear } from '#domain/budget/final-account';
import type { BudgetPart } from '#domain/budget/lines';
import { partsOf } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import type { Turnover } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import { fen, type Fen } from '#kernel/fen';

/** The sources of a budget's books. Each call is a transaction of its own; none is called within another. */
export type BooksSource = { readonly statementStore: Pick<StatementStore, 'readHead' | 'listTurnovers'> };
export type Books = Pick<Budget, 'pool' | 'kind' | 'insuranceType' | 'year'>;

/** Sums the entries of a budget's books, from their beginning through a month of its year. */
export async function readTurnovers(
  { statementStore }: BooksSource,
  scope: Scope,
  { pool, insuranceType, year }: Books,
  throughMonth: number,
): Promise<readonly Turnover[]> {
  const through = monthOf(year, throughMonth);
  const head = await statementStore.readHead(scope);
  return statementStore.listTurnovers(scope, { pools: [pool], insuranceType, through, head });
}

/**
 * Reads income and expenditure of a year's statutory books from January through a month, by line and part: benefits by
 * category, without the year-end closing. Premiums and interest not yet split have a part of their own.
 */
export async function readActuals(
  source: BooksSource,
  scope: Scope,
  books: Books,
  throughMonth: number,
): Promise<readonly ActualAmount[]> {
  return actualsIn(await readTurnovers(source, scope, books, throughMonth), books.year);
}

/** Sums spending on one expenditure account and part in a year, in fen; negative where more was recovered. */
export async function spentOn(
  source: BooksSource,
  scope: Scope,
  books: Books,
  account: string,
  part: string,
): Promise<bigint> {
  const actuals = await readActuals(source, scope, books, 12);
  return actuals
    .filter((one) => one.line.split('.')[0] === account && one.part === part)
    .reduce((sum, { fen: amount }) => sum + amount, 0n);
}

function actualsIn(turnovers: readonly Turnover[], year: number): readonly ActualAmount[] {
  const sums = new Map<string, ActualAmount>();
  for (const { book, month, account, category, fund, isClosing, debit, credit } of turnovers) {
    if (book !== 'cash' || !/^[45]/.test(account) || isClosing || month < monthOf(year, 1)) continue;
    const [line, part] = [category === null ? account : `${account}.${category}`, partOfFund(fund)];
    const net = account.startsWith('4') ? credit - debit : debit - credit;
    const key = `${line}/${part}`;
    sums.set(key, { line, part, fen: fen((sums.get(key)?.fen ?? 0n) + net) });
  }
  return [...sums.values()];
}

/**
 * Reads the closed books of a year; undefined while December is open. December closes only once income and expenditure
 * are nil, so that a year in which nothing came in and nothing was paid has no closing entry and is closed all the same.
 */
export async function readClosedYear(
  source: BooksSource & { readonly ledgerReader: Pick<LedgerReader, 'findBooks'> },
  scope: Scope,
  books: Books,
): Promise<ClosedYear | undefined> {
  const { pool, insuranceType, year } = books;
  const set = await source.ledgerReader.findBooks(scope, { pool, insuranceType });
  if ((set?.closedThrough ?? '') < monthOf(year, 12)) return undefined;
  return closedYearIn(await readTurnovers(source, scope, books, 12), books);
}

/** Sums a closed year's entries; each balance by the terms that find its entries. */
export function closedYearIn(turnovers: readonly Turnover[], books: Books): ClosedYear {
  const balance = (row: 'opening' | 'moved' | 'accumulated', part: BudgetPart): Fen =>
    addedUp(present(booksTerms(books, row, part, 12), row), turnovers);
  return {
    actuals: actualsIn(turnovers, books.year),
    balances: partsOf(books.kind, books.insuranceType).map((part) => ({
      part,
      openingFen: balance('opening', part),
      movedFen: balance('moved', part),
      accumulatedFen: balance('accumulated', part),
    })),
  };
}
