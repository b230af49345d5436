import { linesOf, UNSPLIT_ACCOUNTS, type BudgetLine, type BudgetPart } from '#domain/budget/lines';
import type { Section } from '#domain/budget/standard-tables';
import type { BudgetOf } from '#domain/budget/table';
import { effectOf, finds, type CellTerm } from '#domain/statement/cell-terms';
import type { Turnover } from '#domain/statement/turnover';
import { assert } from '#kernel/assert';
import { fen, type Fen } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

/** Account of the balance into which years are closed. */
const BALANCE = '3001';

/** Entries of an account that count on a side. */
type Counted = Pick<CellTerm, 'sign' | 'side' | 'accounts' | 'categories'>;

/**
 * Lists the terms for the entries behind a row of a budget's forms, for a section, from January through a month, and
 * for the balances at the year's start and end. The same terms sum a figure and find its entries, so that an opened
 * figure shows what it sums. The year-end closing is neither income nor expenditure.
 * @param row a line of the tables or of the books, or one of their sums; undefined for a text that is none
 */
export function booksTerms(
  { pool, kind, insuranceType, year }: BudgetOf,
  row: string,
  section: Section | 'unsplit',
  throughMonth: number,
): readonly CellTerm[] | undefined {
  const [from, to] = [monthOf(year, 1), monthOf(year, throughMonth)];
  const rest = {
    book: 'cash',
    pools: [pool],
    funds: section === 'whole' ? null : [section],
    sources: null,
    parties: null,
    withPools: null,
  } as const;
  const flow = { ...rest, from, to, openings: 'none', withClosing: false } as const;
  const balance = { ...rest, sign: 1, side: 'credit', accounts: [BALANCE], categories: null } as const;
  const before = monthOf(year - 1, 12);
  switch (row) {
    case 'opening':
      return [{ ...balance, from: null, to: before, openings: to, withClosing: true }];
    case 'moved':
      return [{ ...balance, ...flow }];
    case 'accumulated':
      return [{ ...balance, from: null, to, openings: to, withClosing: true }];
    default:
      return countedIn(row, linesOf(kind, insuranceType))?.map((one) => ({ ...one, ...flow }));
  }
}

function countedIn(row: string, lines: readonly BudgetLine[]): readonly Counted[] | undefined {
  const on = (side: BudgetLine['side']): readonly Counted[] => [
    ...lines.filter((line) => line.side === side).map((line) => countedAs(line)),
    ...(side === 'income' ? UNSPLIT_ACCOUNTS.map((account) => countedAs({ account, side })) : []),
  ];
  if (row === 'income' || row === 'expenditure') return on(row);
  if (row === 'yearBalance') {
    return [...on('income'), ...on('expenditure').map((one) => ({ ...one, sign: -1 as const }))];
  }
  if (row === 'benefits') return lines.filter(({ category }) => category !== null).map(countedAs);
  const line = lines.find(({ id }) => id === row);
  if (line !== undefined) return [countedAs(line)];
  return UNSPLIT_ACCOUNTS.includes(row) ? [countedAs({ account: row, side: 'income' })] : undefined;
}

function countedAs({
  account,
  side,
  category = null,
}: Pick<BudgetLine, 'account' | 'side'> & { readonly category?: string | null }): Counted {
  return {
    sign: 1,
    side: side === 'income' ? 'credit' : 'debit',
    accounts: [account],
    categories: category === null ? null : [category],
  };
}

/** Sums added-up entries as terms count them. */
export function addedUp(terms: readonly CellTerm[], turnovers: readonly Turnover[]): Fen {
  return fen(
    terms.reduce(
      (sum, term) =>
        turnovers.filter((row) => finds(term, row)).reduce((own, row) => own + effectOf(term, row), sum),
      0n,
    ),
  );
}

/** Names the part of the fund for a fund's name; money not yet split has none. */
export function partOfFund(fund: string): BudgetPart | 'unsplit' {
  return fund === 'account' || fund === 'unsplit' ? fund : 'pooled';
}

export function monthOf(year: number, number: number): Month {
  const month = parseMonth(`${year}-${number.toString().padStart(2, '0')}`);
  assert(month !== undefined, `${year}-${number} is a month`);
  return month;
}
