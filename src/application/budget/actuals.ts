import type { Budget, BudgetStore } from '#application/ports/budget-store';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { LedgerBalance } from '#application/ports/ledger-store';
import type { BudgetPart } from '#domain/budget/lines';
import type { ActualAmount } from '#domain/budget/execution';
import type { ClosedYear } from '#domain/budget/final-account';
import { partsOf } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import { assert } from '#kernel/assert';
import { fen, formatYuan } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

type Ledger = Pick<LedgerReader, 'listBalances' | 'listEntries' | 'listBooks'>;
/**
 * What reading the books needs. Each call is a transaction of its own, so that none is called within another: a
 * connection that waits for a second one could wait for ever.
 */
type Needs = { readonly ledgerReader: Ledger; readonly budgetStore: BudgetStore };
type Books = Pick<Budget, 'pool' | 'kind' | 'insuranceType' | 'year'>;

/** The template that closes a year's books, by kind: what it takes off an account was not spent or received back. */
const CLOSING = { pool: 'year_closed', fund: 'year_of_adjustment_fund_closed' } as const;

/** More entries than the closing of a year can have. */
const ENTRY_LIMIT = 1000;

interface Turnover {
  readonly account: string;
  readonly fund: string;
  readonly net: bigint;
}

/**
 * Income and expenditure of a year's statutory books from January to a month, by line and part: benefits by category,
 * the closing of the year left out. Premiums and interest that are not yet split have a part of their own.
 */
export async function readActuals(
  needs: Needs,
  scope: Scope,
  books: Books,
  throughMonth: number,
): Promise<readonly ActualAmount[]> {
  const turnovers = await yearTurnover(needs.ledgerReader, scope, books, throughMonth);
  // Benefits come by category alone, from one reading: every event that touches 5001 has one but the closing.
  const others = turnovers
    .filter(({ account }) => account !== '5001')
    .map(({ account, fund, net }) => ({ line: account, part: partOf(fund), fen: fen(net) }));
  const benefits = await needs.budgetStore.within(scope, (office) =>
    office.listBenefitTurnover(books, throughMonth),
  );
  assert(typeof benefits !== 'string', 'reading collides with nobody');
  return [
    ...others,
    ...benefits.map(({ fund, category, net }) => ({ line: `5001.${category}`, part: fund, fen: fen(net) })),
  ];
}

/** Spent on one expenditure account and part in a year, in fen; below zero where more was taken back. */
export async function spentOn(
  ledger: Ledger,
  scope: Scope,
  books: Books,
  account: string,
  part: string,
): Promise<bigint> {
  const turnovers = await yearTurnover(ledger, scope, books, 12);
  return turnovers
    .filter((one) => one.account === account && one.fund === part)
    .reduce((sum, { net }) => sum + net, 0n);
}

/** A balance of the books in yuan, and the last month that is closed of those it counts; null while none is. */
export interface HeldText {
  readonly amount: string;
  readonly closedThrough: Month | null;
}

/** The closed books of a year; undefined while the year is not closed in them, December included. */
export async function readClosedYear(
  needs: Needs,
  scope: Scope,
  books: Books,
): Promise<ClosedYear | undefined> {
  const { pool, insuranceType, kind, year } = books;
  const ledger = needs.ledgerReader;
  const set = (await ledger.listBooks(scope)).find(
    (one) => one.pool === pool && one.insuranceType === insuranceType,
  );
  const december = monthOf(year, 12);
  if ((set?.closedThrough ?? '') < december) return undefined;
  if ((await closingEntries(ledger, scope, books)).length === 0) return undefined;
  const balances = await ledger.listBalances(scope, { pools: [pool], insuranceType });
  const held = (part: string): bigint =>
    balances
      .filter(({ book, account, fund, postingMonth }) => {
        return book === 'cash' && account === '3001' && fund === part && postingMonth <= december;
      })
      .reduce((sum, { debit, credit }) => sum + credit - debit, 0n);
  return {
    actuals: await readActuals(needs, scope, books, 12),
    closing: partsOf(kind, insuranceType).map((part) => ({ part, fen: fen(held(part)) })),
  };
}

/**
 * What the books hold by part of the fund up to the end of the year before a budget's: balance and result together, in
 * yuan. Without books of that time there is nothing, which is not nil.
 */
export async function readHeld(
  ledger: Ledger,
  scope: Scope,
  { pool, insuranceType, year }: Pick<Books, 'pool' | 'insuranceType' | 'year'>,
): Promise<ReadonlyMap<BudgetPart, HeldText>> {
  const december = monthOf(year - 1, 12);
  const set = (await ledger.listBooks(scope)).find(
    (one) => one.pool === pool && one.insuranceType === insuranceType,
  );
  if (set === undefined || set.firstMonth > december) return new Map();
  const { closedThrough } = set;
  const counted = closedThrough !== null && closedThrough > december ? december : closedThrough;
  const balances = await ledger.listBalances(scope, { pools: [pool], insuranceType });
  const held = (part: ActualAmount['part']): bigint =>
    balances
      .filter(({ book, account, fund, postingMonth }) => {
        return book === 'cash' && /^[345]/.test(account) && partOf(fund) === part && postingMonth <= december;
      })
      .reduce((sum, { debit, credit }) => sum + credit - debit, 0n);
  const text = (part: BudgetPart): HeldText => ({
    amount: formatYuan(fen(held(part))),
    closedThrough: counted,
  });
  return new Map([
    ['pooled', text('pooled')],
    ['account', text('account')],
  ]);
}

async function yearTurnover(
  ledger: Ledger,
  scope: Scope,
  books: Books,
  throughMonth: number,
): Promise<readonly Turnover[]> {
  const { pool, insuranceType, year } = books;
  const [from, to] = [monthOf(year, 1), monthOf(year, throughMonth)];
  const balances = await ledger.listBalances(scope, { pools: [pool], insuranceType });
  const within = balances.filter(({ postingMonth }) => postingMonth >= from && postingMonth <= to);
  const closing = throughMonth === 12 ? await closingEntries(ledger, scope, books) : [];
  const sums = new Map<string, Turnover>();
  const add = (
    row: Pick<LedgerBalance, 'book' | 'account' | 'fund' | 'debit' | 'credit'>,
    sign: bigint,
  ): void => {
    const { book, account, fund } = row;
    if (book !== 'cash' || !/^[45]/.test(account)) return;
    const key = `${account}/${fund}`;
    const net = account.startsWith('4') ? row.credit - row.debit : row.debit - row.credit;
    sums.set(key, { account, fund, net: (sums.get(key)?.net ?? 0n) + sign * net });
  };
  for (const row of within) add(row, 1n);
  for (const row of closing) add(row, -1n);
  return [...sums.values()];
}

function closingEntries(
  ledger: Ledger,
  scope: Scope,
  { pool, insuranceType, kind, year }: Books,
): ReturnType<Ledger['listEntries']> {
  const december = monthOf(year, 12);
  return ledger.listEntries(scope, {
    pools: [pool],
    insuranceType,
    book: 'cash',
    template: CLOSING[kind],
    fromMonth: december,
    toMonth: december,
    limit: ENTRY_LIMIT,
  });
}

function partOf(fund: string): ActualAmount['part'] {
  return fund === 'account' || fund === 'unsplit' ? fund : 'pooled';
}

function monthOf(year: number, number: number): Month {
  const month = parseMonth(`${year}-${number.toString().padStart(2, '0')}`);
  assert(month !== undefined, `${year}-${number} is a month`);
  return month;
}
