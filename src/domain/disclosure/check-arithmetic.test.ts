import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { rational } from '#kernel/rational';
import { checkStatement, type ArithmeticCheck } from '#domain/disclosure/check-arithmetic';
import { readStatements } from '#domain/disclosure/statement';
import type { ItemName } from '#domain/disclosure/items';
import type { UnitName } from '#domain/disclosure/units';

type Line = readonly [item: ItemName, value: string, unit?: UnitName];

function check(lines: readonly Line[], period = '2023', scheme = '职工'): readonly ArithmeticCheck[] {
  const decision = readStatements(
    lines.map(([item, value, unit = '万元'], index) => ({
      ...{ at: `f:${index + 2}`, place: '甲', level: 'city', province: '乙', note: '', source: 's' },
      ...{ period, scheme, item, value, unit },
    })),
  );
  return checkStatement(present(decision.allowed ? decision.value[0] : undefined, 'one statement'));
}

function outcomes(checks: readonly ArithmeticCheck[]): readonly string[] {
  return checks.map(({ identity, reading, status }) => `${identity} ${reading} ${status}`);
}

describe('the arithmetic of a published statement', () => {
  it('is exact when the printed parts add up to the last digit', () => {
    expect(
      outcomes(
        check([
          ['income', '73674'],
          ['pool_income', '44693'],
          ['account_income', '28981'],
          ['expenditure', '76036'],
          ['current_balance', '-2362'],
        ]),
      ),
    ).toEqual(['income_by_fund two_funds exact', 'current_balance by_definition exact']);
  });

  it('is within rounding up to the sum of the half-units of all printed digits, and broken beyond', () => {
    const enrolled = (total: string): readonly ArithmeticCheck[] =>
      check([
        ['enrolled', total, '万人'],
        ['active', '20.44', '万人'],
        ['retired', '15.91', '万人'],
      ]);
    expect(outcomes(enrolled('36.34'))).toEqual(['enrolled_by_status by_definition within_rounding']);
    expect(enrolled('36.34')[0]).toMatchObject({ difference: rational(-100n), tolerance: rational(150n) });
    expect(outcomes(enrolled('36.33'))).toEqual(['enrolled_by_status by_definition broken']);
    expect(enrolled('36.33')[0]?.difference).toEqual(rational(-200n));
  });

  it('does not check a total of which a part is not printed', () => {
    expect(
      check([
        ['income', '100'],
        ['active', '1', '万人'],
        ['enrolled', '2', '万人'],
      ]),
    ).toEqual([]);
  });

  it('takes the lines beside the two funds in where the page lists them so', () => {
    expect(
      outcomes(
        check([
          ['income', '4860'],
          ['pool_income', '2741'],
          ['account_income', '826'],
          ['large_amount_income', '11'],
          ['civil_servant_income', '175'],
          ['interest', '3'],
          ['superior_subsidy_income', '1075'],
          ['other_income', '29'],
        ]),
      ),
    ).toEqual(['income_by_fund funds_and_lines exact']);
  });

  it('reads premiums paid by others as part of the premiums or beside them, as the page prints them', () => {
    const within: readonly Line[] = [
      ['income', '79653'],
      ['premium', '27362'],
      ['assistance_paid_premium', '897'],
      ['fiscal_paid_premium_for_poor', '1578'],
      ['fiscal_subsidy', '50441'],
      ['interest', '376'],
      ['other_income', '1474'],
    ];
    const beside: readonly Line[] = [
      ['income', '2145'],
      ['premium', '1368'],
      ['assistance_paid_premium', '77'],
      ['superior_subsidy_income', '700'],
    ];
    expect(outcomes(check(within))).toEqual(['income_by_source paid_premiums_within_premium exact']);
    expect(outcomes(check(beside))).toEqual(['income_by_source paid_premiums_beside_premium exact']);
  });

  it('calls a list of parts incomplete when it stays below its total, and broken when it goes above', () => {
    const residents = (subsidy: string): readonly string[] =>
      outcomes(
        check([
          ['income', '74376'],
          ['fiscal_subsidy', subsidy],
        ]),
      );
    expect(residents('48877')).toEqual(['subsidy_within_income a_part incomplete']);
    expect(residents('74377')).toEqual(['subsidy_within_income a_part within_rounding']);
    expect(residents('74378')).toEqual(['subsidy_within_income a_part broken']);
  });

  it('[R-2] checks printed months against balance ÷ (expenditure ÷ 12), the pool’s for employees', () => {
    const months = (printed: string): readonly string[] =>
      outcomes(
        check(
          [
            ['pool_cumulative', '22.48', '亿元'],
            ['pool_expenditure', '15.67', '亿元'],
            ['cumulative_balance', '35', '亿元'],
            ['expenditure', '99', '亿元'],
            ['payable_months', printed, '月'],
          ],
          '2013',
        ),
      ).filter((line) => line.startsWith('payable_months'));
    expect(months('17')).toEqual(['payable_months by_definition within_rounding']);
    expect(months('18')).toEqual(['payable_months by_definition broken']);
  });

  it('[R-2] checks no months of a part of a year', () => {
    const lines: readonly Line[] = [
      ['cumulative_balance', '100'],
      ['expenditure', '100'],
      ['payable_months', '99', '月'],
    ];
    expect(outcomes(check(lines, '2023H1', '居民'))).toEqual([]);
    expect(outcomes(check(lines, '2023', '居民'))).toEqual(['payable_months by_definition broken']);
  });

  it('never calls a sum broken whose figures were rounded from ones that add up', () => {
    const yuan = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const inWan = (value: bigint): string => ((value + 5000n) / 10_000n).toString();
    fc.assert(
      fc.property(yuan, yuan, (pool, account) => {
        const [found] = check([
          ['income', inWan(pool + account)],
          ['pool_income', inWan(pool)],
          ['account_income', inWan(account)],
        ]);
        expect(found?.status).not.toBe('broken');
      }),
    );
  });

  it('never calls a ratio broken that was rounded from the rounded figures’ true values', () => {
    const persons = fc.bigInt({ min: 1_000n, max: 10n ** 7n });
    const inWan = (value: bigint): string => `${(value + 50n) / 10_000n}.${pad((value + 50n) / 100n)}`;
    const pad = (value: bigint): string => (value % 100n).toString().padStart(2, '0');
    fc.assert(
      fc.property(persons, persons, (active, retired) => {
        const ratio = (200n * active + retired) / (2n * retired);
        const [found] = check([
          ['active', inWan(active), '万人'],
          ['retired', inWan(retired), '万人'],
          ['active_to_retired', `${ratio / 100n}.${pad(ratio)}`, 'ratio'],
        ]);
        expect(found?.status).not.toBe('broken');
      }),
    );
  });
});
