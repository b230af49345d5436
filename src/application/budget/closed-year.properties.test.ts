import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedYearIn } from '#application/budget/actuals';
import { addedUp, booksTerms } from '#application/budget/books-terms';
import { contentOf, type FinalAccountContent } from '#application/budget/draw-final-account';
import { finalSections } from '#application/budget/final-account-table';
import { drawFinalAccount } from '#domain/budget/final-account';
import { linesOf, UNSPLIT_ACCOUNTS } from '#domain/budget/lines';
import { partsOf, type BudgetTable } from '#domain/budget/table';
import type { Turnover } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import { arbitraryPoolTable } from '#tests/support/budget-tables';

const YEAR = 2026;

/** Entries of one kind in one month of the year before or of the year, on the side that an account counts on. */
function turnover(account: string, fund: string, month: string, amount: bigint, rest = {}): Turnover {
  const isDebit = account.startsWith('5');
  return {
    pool: 'east',
    month: month as Month,
    book: 'cash',
    fund,
    source: 'current',
    account,
    category: null,
    party: null,
    isClosing: false,
    isOpening: false,
    debit: isDebit ? amount : 0n,
    credit: isDebit ? 0n : amount,
    ...rest,
  };
}

const amount = fc.bigInt({ min: -5_000_000n, max: 999_999_999_999n });
const month = fc
  .tuple(fc.constantFrom('2025', '2026'), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${number.toString().padStart(2, '0')}`);

/** What pools of a type can have in their books: income, expenditure, money not yet split, and moves between the parts. */
function rowsOf(type: InsuranceType): fc.Arbitrary<readonly Turnover[]> {
  const lines = linesOf('pool', type).flatMap(({ account, category, parts }) =>
    parts.map((part) => ({ account, category, fund: part })),
  );
  const flows = fc
    .record({
      of: fc.constantFrom(...lines),
      month,
      amount,
    })
    .map(({ of: { account, category, fund }, month: on, amount: each }) => [
      turnover(account, fund, on, each, { category }),
    ]);
  // What is not split when it comes is split by the end of its year, before the year is closed.
  const unsplit = fc
    .record({ account: fc.constantFrom(...UNSPLIT_ACCOUNTS), month, amount })
    .map(({ account, month: on, amount: each }) => [
      turnover(account, 'unsplit', on, each),
      turnover(account, 'unsplit', `${on.slice(0, 4)}-12`, -each),
      turnover(account === '4601' ? '4001' : '4201', 'pooled', `${on.slice(0, 4)}-12`, each),
    ]);
  const moves = fc
    .record({ month, amount })
    .map(({ month: on, amount: each }) => [
      turnover('3001', 'pooled', on, -each),
      turnover('3001', partsOf('pool', type).at(-1) ?? 'pooled', on, each),
    ]);
  const openings = fc
    .record({ amount, fund: fc.constantFrom(...partsOf('pool', type)) })
    .map(({ amount: each, fund }) => [turnover('3001', fund, '2025-01', each, { isOpening: true })]);
  return fc
    .array(
      fc.oneof({ arbitrary: flows, weight: 5 }, moves, openings, type === 'employee' ? unsplit : moves),
      { maxLength: 40 },
    )
    .map((rows) => {
      const all = rows.flat();
      return [...all, ...closingOf(all, '2025'), ...closingOf(all, '2026')];
    });
}

/** The closing of a year: every account of income and expenditure into the balance of its own fund. */
function closingOf(rows: readonly Turnover[], year: string): readonly Turnover[] {
  return rows
    .filter(({ account, month: on }) => /^[45]/.test(account) && on.startsWith(year))
    .flatMap(({ account, fund, debit, credit }) => {
      const rest = { isClosing: true };
      const side = { ...turnover(account, fund, `${year}-12`, 0n, rest), debit: credit, credit: debit };
      return [side, turnover('3001', fund, `${year}-12`, credit - debit, rest)];
    });
}

const any = fc
  .constantFrom('employee' as const, 'resident' as const)
  .chain((type) => fc.tuple(arbitraryPoolTable('east', type), rowsOf(type)));

function accountOf(table: BudgetTable, rows: readonly Turnover[]): FinalAccountContent {
  const closed = closedYearIn(rows, { ...table, year: YEAR });
  const all = [...table.amounts, ...closed.actuals];
  const drawn = drawFinalAccount(
    table,
    closed,
    new Map(all.map(({ line, part }) => [`${line}/${part}`, '据实'])),
  );
  if (!drawn.allowed) throw new Error(drawn.refusals.map(({ code, at }) => `${code} ${at}`).join('\n'));
  return contentOf(drawn.value, 0, []);
}

describe('a final account of any closed books', () => {
  it('NAT-28.2: opening, income less expenditure and what moved come to the balance at the end, in every part', () => {
    fc.assert(
      fc.property(any, ([table, rows]) => {
        for (const { grid } of finalSections(table, accountOf(table, rows))) {
          const at = (row: string): bigint => grid.rows.find(({ id }) => id === row)?.cells[1] ?? 0n;
          expect(at('opening') + at('income') - at('expenditure') + at('moved')).toBe(at('accumulated'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('NAT-28.10: each figure of the books is what its own terms find, so that what is opened is what is shown', () => {
    fc.assert(
      fc.property(any, ([table, rows]) => {
        for (const { section, grid } of finalSections(table, accountOf(table, rows))) {
          for (const { id, cells } of grid.rows) {
            const terms = present(booksTerms({ ...table, year: YEAR }, id, section, 12), id);
            expect([section, id, addedUp(terms, rows)]).toEqual([section, id, cells[1] ?? 0n]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
