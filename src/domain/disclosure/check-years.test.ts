import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { formatYuan, fen } from '#kernel/fen';
import { checkYears } from '#domain/disclosure/check-years';
import { readStatements, type Statement } from '#domain/disclosure/statement';

function statements(...lines: readonly (readonly [string, string, string])[]): readonly Statement[] {
  const decision = readStatements(
    lines.map(([period, item, value], index) => ({
      ...{ at: `f:${index + 2}`, place: '甲', level: 'county', province: '', note: '', source: 's' },
      ...{ period, scheme: '居民', item, value, unit: '万元' },
    })),
  );
  return present(decision.allowed ? decision.value : undefined, 'statements');
}

function outcomes(list: readonly Statement[]): readonly string[] {
  return checkYears(list).map(
    ({ period, check }) =>
      `${period} ${check.identity} ${check.status} ${formatYuan(fen(check.difference.numerator))}`,
  );
}

describe('the balance carried from year to year', () => {
  it('opens at last year’s close where an opening balance is printed', () => {
    const budget = (opening: string): readonly Statement[] =>
      statements(['2023 execution', 'closing_balance', '36845'], ['2024 budget', 'opening_balance', opening]);
    expect(outcomes(budget('36845'))).toEqual(['2024 budget opening_is_last_closing exact 0.00']);
    expect(outcomes(budget('36854'))).toEqual(['2024 budget opening_is_last_closing broken 90000.00']);
  });

  it('otherwise accumulates last year’s balance and this year’s income less expenditure', () => {
    const year = (accumulated: string): readonly Statement[] =>
      statements(
        ['2021', 'cumulative_balance', '934716'],
        ['2022', 'cumulative_balance', accumulated],
        ['2022', 'income', '554797'],
        ['2022', 'expenditure', '703771'],
      );
    expect(outcomes(year('785741'))).toEqual(['2022 cumulative_from_last_year within_rounding -10000.00']);
    expect(outcomes(year('785739'))).toEqual(['2022 cumulative_from_last_year broken -30000.00']);
  });

  it('is not checked across a missing year or for a part of a year', () => {
    expect(
      outcomes(
        statements(
          ['2020', 'closing_balance', '1'],
          ['2022', 'opening_balance', '9'],
          ['2023Q1', 'opening_balance', '9'],
        ),
      ),
    ).toEqual([]);
  });
});
