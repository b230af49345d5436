import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf } from '#domain/monitoring/fund-course';
import { isShortCourse, judgeCourse } from '#domain/monitoring/judge-course';
import type { IndicatorId, LineName } from '#domain/monitoring/plan-monitoring';
import type { WarningLine } from '#domain/monitoring/warning-lines';
import type { Turnover } from '#domain/statement/turnover';
import { addMonths, type Month } from '#kernel/month';
import { formatRational, rational } from '#kernel/rational';

const row = (month: string, account: string, credit: bigint, more: Partial<Turnover> = {}): Turnover => ({
  pool: 'yuan',
  month: month as Month,
  book: 'cash',
  fund: 'pooled',
  source: 'current',
  account,
  category: null,
  party: null,
  isClosing: false,
  isOpening: false,
  debit: credit < 0n ? -credit : 0n,
  credit: credit > 0n ? credit : 0n,
  ...more,
});

const line = (months: bigint): WarningLine => ({
  months: rational(months),
  text: months.toString(),
  value: 'watch',
  standing: 'stated',
  cite: ['YH-7'],
});

const LINES = new Map<LineName, WarningLine>([
  ['short', line(3n)],
  ['excess', line(15n)],
  ['overdue', line(2n)],
]);

const MARCH = '2026-03' as Month;

/** Twenty-four months of 100 in and 90 out a month, the later twelve as stated, on a balance taken over. */
function twoYears(opening: bigint, income: bigint, spent: bigint): readonly Turnover[] {
  const months = Array.from({ length: 24 }, (_, index) => addMonths(MARCH, index - 23));
  return [
    row(months[0] ?? MARCH, '3001', opening, { isOpening: true }),
    ...months.flatMap((month, index) => [
      row(month, '4001', index < 12 ? 100n : income),
      row(month, '5001', index < 12 ? -90n : -spent),
    ]),
  ];
}

const judged = (rows: readonly Turnover[], indicator: IndicatorId, first = '2024-04'): string => {
  const { figure, level } = judgeCourse(indicator, courseOf(rows, first as Month, MARCH), LINES);
  return `${typeof figure === 'string' ? figure : formatRational(figure, 2)} ${level ?? '-'}`;
};

describe('what a fund is watched by', () => {
  it('SC-3.3-b, JX-3.4: months payable are the balance over the mean month’s spending of the last twelve', () => {
    expect(judged(twoYears(150n, 100n, 90n), 'payable_months')).toBe('4.33 in_order');
    expect(judged(twoYears(30n, 100n, 90n), 'payable_months')).toBe('3.00 in_order');
    expect(judged(twoYears(29n, 100n, 90n), 'payable_months')).toBe('2.99 warning');
    expect(judged(twoYears(1110n, 100n, 90n), 'payable_months')).toBe('15.00 in_order');
    expect(judged(twoYears(1111n, 100n, 90n), 'payable_months')).toBe('15.01 notice');
    expect(judged(twoYears(-200n, 100n, 100n), 'payable_months')).toBe('-0.80 warning');
  });

  it('AH-1.4-d: a deficit of the last twelve months warns, whatever the fund still holds', () => {
    expect(judged(twoYears(900n, 90n, 90n), 'current_result')).toBe('0.00 in_order');
    expect(judged(twoYears(900n, 89n, 90n), 'current_result')).toBe('-12.00 warning');
  });

  it('SC-3.3-b, SD-3.5-a: spending that grows faster than income is told in percentage points', () => {
    expect(judged(twoYears(0n, 110n, 99n), 'growth_gap')).toBe('0.00 in_order');
    expect(judged(twoYears(0n, 100n, 99n), 'growth_gap')).toBe('10.00 notice');
    expect(judged(twoYears(0n, 120n, 90n), 'growth_gap')).toBe('-20.00 in_order');
  });

  it('AH-1.4-d, NAT-P.11: debts are told in months of what fell due, paid or not, and warn above the line', () => {
    const owing = (owed: bigint, paid: bigint, opening = 0n): readonly Turnover[] => [
      row('2024-04', 'payable', opening, { book: 'obligation', party: 'institution', isOpening: true }),
      ...Array.from({ length: 12 }, (_, index) => addMonths(MARCH, index - 11)).flatMap((month) => [
        row(month, 'payable', owed - paid, { book: 'obligation', party: 'institution' }),
        row(month, '5001', -paid),
      ]),
      row('2026-03', 'payable', 500n, { book: 'obligation', party: 'pool:yuan' }),
      row('2026-03', 'payable', 500n, { book: 'obligation', party: 'government' }),
    ];
    expect(judged(owing(100n, 100n), 'arrears')).toBe('0.00 in_order');
    expect(judged(owing(12n, 11n), 'arrears')).toBe('1.00 in_order');
    expect(judged(owing(12n, 10n), 'arrears')).toBe('2.00 in_order');
    expect(judged(owing(12n, 10n, 1n), 'arrears')).toBe('2.08 warning');
    expect(judged(owing(12n, 0n), 'arrears')).toBe('12.00 warning');
    expect(judged(owing(0n, 0n, 5n), 'arrears')).toBe('nothing_due warning');
    const first = [row('2026-03', 'payable', 7n, { book: 'obligation', party: 'person' })];
    expect(judged(first, 'arrears', '2026-03')).toBe('1.00 notice');
  });

  it('JH-4.7-a: money that the pools sent up to the fund is part of the balance of all together', () => {
    const rows = [
      ...twoYears(90n, 100n, 90n),
      row('2026-03', '4402', 90n, { source: 'adjustment', pool: 'city' }),
    ];
    expect(judged(rows, 'payable_months')).toBe('4.67 in_order');
  });

  it('is no figure, and never nil, where the books cannot tell it', () => {
    expect(judged([row('2026-03', '4001', 5n)], 'payable_months')).toBe('nothing_spent -');
    expect(judged(twoYears(0n, 100n, 90n), 'growth_gap', '2024-05')).toBe('nothing_to_compare -');
  });

  it('says when it rests on fewer than twelve months', () => {
    const rows = [row('2026-02', '5001', -40n), row('2026-03', '5001', -60n), row('2026-01', '3001', 200n)];
    const course = courseOf(rows, '2026-02' as Month, MARCH);
    expect([isShortCourse(course), course.recent.months]).toEqual([true, 2n]);
    expect(judged(rows, 'payable_months', '2026-02')).toBe('2.00 warning');
  });

  it('R-1: levies, allocations and the closing of a year are no income and no expenditure of a pool', () => {
    const rows = [
      row('2026-03', '4401', 50n),
      row('2026-03', '5301', -70n),
      row('2025-12', '4001', -100n, { isClosing: true }),
      row('2025-12', '3001', 100n, { isClosing: true }),
      row('2026-03', '4001', 7n, { fund: 'account' }),
    ];
    const course = courseOf(rows, '2025-04' as Month, MARCH);
    expect([course.balanceFen, course.recent.incomeFen, course.recent.spentFen]).toEqual([-20n, 0n, 0n]);
  });

  it('SC-3.3-b: pools together have the balances and the flows of each', () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom('4001', '5001', '3001', '4401'), fc.bigInt(-999n, 999n)),
    );
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const rowsOf = (pool: string, list: typeof one): readonly Turnover[] =>
          list.map(([account, amount]) => row('2026-03', account, amount, { pool }));
        const [a, b] = [rowsOf('a', one), rowsOf('b', other)];
        const of = (rows: readonly Turnover[]): readonly bigint[] => {
          const { balanceFen, recent } = courseOf(rows, '2026-01' as Month, MARCH);
          return [balanceFen, recent.incomeFen, recent.spentFen];
        };
        const [ofA, ofB] = [of(a), of(b)];
        expect(of([...a, ...b])).toEqual(ofA.map((amount, index) => amount + (ofB[index] ?? 0n)));
      }),
    );
  });
});
