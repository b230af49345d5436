import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { formatRational, rational } from '#kernel/rational';
import { indicatorsOf, type Indicator, type IndicatorId } from '#domain/disclosure/indicators';
import { readStatements } from '#domain/disclosure/statement';

function indicators(
  period: string,
  scheme: string,
  ...lines: readonly (readonly [string, string])[]
): ReadonlyMap<IndicatorId, Indicator> {
  const decision = readStatements(
    lines.map(([item, value], index) => ({
      ...{ at: `f:${index + 2}`, place: '甲', level: 'county', province: '', note: '', source: 's' },
      ...{ period, scheme, item, value, unit: '万元' },
    })),
  );
  const statement = present(decision.allowed ? decision.value[0] : undefined, 'a statement');
  return new Map(indicatorsOf(statement).map((indicator) => [indicator.id, indicator]));
}

describe('the indicators of a published statement', () => {
  it('[R-2] reckons months payable exactly and shows two decimals, half up', () => {
    const found = indicators('2023', '居民', ['cumulative_balance', '9421.39'], ['expenditure', '7863.17']);
    const months = present(found.get('months_payable'), 'months');
    expect(months).toMatchObject({ value: rational(12n * 942_139n, 786_317n), basis: 'pooled_fund' });
    expect(formatRational(months.value, 2)).toBe('14.38');
  });

  it('[R-1] takes the pool’s figures for employees where they are printed, and else says that accounts are in', () => {
    const lines = [
      ['cumulative_balance', '20591.18'],
      ['expenditure', '5530.55'],
    ] as const;
    const pool = [
      ['pool_cumulative', '16356.56'],
      ['pool_expenditure', '3439.39'],
    ] as const;
    expect(indicators('2023', '职工', ...lines, ...pool).get('months_payable')).toMatchObject({
      basis: 'pooled_fund',
      from: ['pool_cumulative', 'pool_expenditure'],
    });
    expect(indicators('2023', '职工', ...lines).get('months_payable')).toMatchObject({
      basis: 'with_accounts',
      from: ['cumulative_balance', 'expenditure'],
    });
  });

  it('[R-2] gives no months and no accumulated rate for a part of a year, or without expenditure', () => {
    const lines = [
      ['cumulative_balance', '5301'],
      ['income', '116'],
      ['expenditure', '3870'],
    ] as const;
    expect([...indicators('2023Q1', '居民', ...lines).keys()]).toEqual([
      'current_gap',
      'current_balance_rate',
    ]);
    const idle = indicators('2023', '居民', ['cumulative_balance', '1'], ['expenditure', '0']);
    expect(idle.has('months_payable')).toBe(false);
  });

  it('[R-4] reckons the gap before adjustment flows: what went up or came down is taken off first', () => {
    const found = indicators(
      '2025Q1',
      '居民',
      ['income', '2145'],
      ['superior_subsidy_income', '700'],
      ['expenditure', '223'],
      ['remit_up', '79'],
    );
    expect(found.get('current_surplus')).toMatchObject({
      value: rational(1301n * 1_000_000n),
      from: ['income', '-superior_subsidy_income', 'expenditure', '-remit_up'],
    });
  });

  it('[R-4] names a shortfall a gap, without a sign', () => {
    const found = indicators('2023', '居民', ['income', '74376'], ['expenditure', '75708']);
    expect(found.get('current_gap')?.value).toEqual(rational(1332n * 1_000_000n));
    expect(found.has('current_surplus')).toBe(false);
  });

  it('gives both balance rates as exact fractions of the year’s income', () => {
    const found = indicators(
      '2021',
      '居民',
      ['income', '186844'],
      ['expenditure', '170160'],
      ['current_balance', '16684'],
      ['cumulative_balance', '54527'],
    );
    expect(found.get('current_balance_rate')?.value).toEqual(rational(16_684n, 186_844n));
    expect(found.get('cumulative_balance_rate')?.value).toEqual(rational(54_527n, 186_844n));
  });
});
