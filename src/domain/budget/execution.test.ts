import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExecution } from '#domain/budget/execution';
import { drawFinalAccount } from '#domain/budget/final-account';
import { totalsOf } from '#domain/budget/table';
import { fen } from '#kernel/fen';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import { arbitraryPoolTable, evenTable } from '#tests/support/budget-tables';

const LEVELS = [
  { level: 'notice', from: rate(rational(5n, 100n)) },
  { level: 'warning', from: rate(rational(15n, 100n)) },
  { level: 'alarm', from: rate(rational(30n, 100n)) },
];
const TABLE = evenTable('resident', 1_200n);

describe('execution', () => {
  const noticeOf = (line: string, actual: bigint, month: number): string | null | undefined =>
    compareExecution(TABLE, [{ line, part: 'pooled', fen: fen(actual) }], month, LEVELS).lines.find(
      (one) => one.line === line,
    )?.notice;

  it('SC-2.1-d: compares with the time gone and raises a notice by level, at the level itself', () => {
    expect(noticeOf('5001.inpatient', 659n, 6)).toBeNull();
    expect(noticeOf('5001.inpatient', 660n, 6)).toBe('notice');
    expect(noticeOf('5001.inpatient', 780n, 6)).toBe('warning');
    expect(noticeOf('5001.inpatient', 960n, 6)).toBe('alarm');
    expect(noticeOf('4001', 540n, 6)).toBe('notice');
    expect(noticeOf('4001', 1_200n, 6)).toBeNull();
    expect(noticeOf('5001.inpatient', 100n, 6)).toBeNull();
  });

  it('points out spending beyond the whole line, and shows what no budget states', () => {
    const actuals = [
      { line: '5401', part: 'pooled', fen: fen(1_201n) },
      { line: '4601', part: 'unsplit', fen: fen(9n) },
    ] as const;
    const { lines, income } = compareExecution(TABLE, actuals, 3, []);
    expect(lines.filter(({ isOver }) => isOver).map(({ line }) => line)).toEqual(['5401']);
    expect(lines.find(({ line }) => line === '4601')).toMatchObject({
      line: '4601',
      budgetFen: null,
      rate: null,
    });
    expect(income.actualFen).toBe(9n);
  });

  it('NAT-28.2: spending where the whole table states no line is beyond the budget; income there is none', () => {
    const actuals = [
      { line: '5201', part: 'pooled', fen: fen(1n) },
      { line: '4301', part: 'pooled', fen: fen(1n) },
    ] as const;
    const { lines, expenditure } = compareExecution(TABLE, actuals, 3, []);
    expect(lines.filter(({ isOver }) => isOver).map(({ line }) => line)).toEqual(['5201']);
    expect(expenditure.actualFen).toBe(1n);
  });
});

describe('a final account', () => {
  it('SC-2.1-c: adds up to the books and asks for an explanation of every line that differs', () => {
    fc.assert(
      fc.property(
        arbitraryPoolTable('east', 'employee'),
        arbitraryPoolTable('east', 'employee'),
        (budget, actual) => {
          const balances = (['pooled', 'account'] as const).map((part, index) => ({
            part,
            openingFen: totalsOf(actual, part).opening,
            movedFen: fen(index === 0 ? 7n : -7n),
            accumulatedFen: fen(totalsOf(actual, part).accumulated + (index === 0 ? 7n : -7n)),
          }));
          const closed = { actuals: actual.amounts, balances };
          const drawn = drawFinalAccount(budget, closed, new Map());
          const differing = budget.amounts.filter((one, index) => one.fen !== actual.amounts[index]?.fen);
          expect(drawn.allowed ? 0 : drawn.refusals.length).toBe(differing.length);
          const reasons = new Map(budget.amounts.map(({ line, part }) => [`${line}/${part}`, '按实际人数']));
          const whole = drawFinalAccount(budget, closed, reasons);
          if (!whole.allowed) throw new Error('every line is explained');
          expect(whole.value.yearBalanceFen).toBe(totalsOf(actual).yearBalance);
          for (const one of whole.value.balances) {
            expect(one.yearBalanceFen).toBe(totalsOf(actual, one.part).yearBalance);
            expect(one.openingFen + one.yearBalanceFen + one.movedFen).toBe(one.accumulatedFen);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('NAT-28.2: refuses books whose balance is not its opening and the balance of the year', () => {
    const balance = { part: 'pooled', openingFen: fen(5n), movedFen: fen(0n) } as const;
    const { yearBalance } = totalsOf(TABLE);
    const drawn = (accumulated: bigint) =>
      drawFinalAccount(
        TABLE,
        { actuals: TABLE.amounts, balances: [{ ...balance, accumulatedFen: fen(accumulated) }] },
        new Map(),
      );
    expect(drawn(yearBalance + 5n)).toMatchObject({ allowed: true });
    expect(drawn(yearBalance + 6n)).toMatchObject({
      allowed: false,
      refusals: [{ code: 'final_account_unbalanced', at: 'pooled' }],
    });
  });

  it('refuses an explanation of what is not there', () => {
    const drawn = drawFinalAccount(
      TABLE,
      { actuals: TABLE.amounts, balances: [] },
      new Map([['9999/pooled', 'x']]),
    );
    expect(drawn).toMatchObject({ allowed: false, refusals: [{ code: 'unknown_budget_line' }] });
  });
});
