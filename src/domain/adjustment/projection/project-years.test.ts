import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectYears } from '#domain/adjustment/projection/project-years';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { formatYuan } from '#kernel/fen';
import type { Decision } from '#kernel/decision';
import { provinceArbitrary } from '#tests/support/invented-arbitrary';
import { yearArbitrary } from '#tests/support/invented-pipelines-arbitrary';
import { adjustBy, PIPELINES, planOf } from '#tests/support/invented-pipelines';
import { growthArbitrary, growthBy } from '#tests/support/growth';
import {
  adjustInvented,
  city,
  factsOf,
  inventedPlan,
  inventedRequest,
  paidIn,
  requestOf,
} from '#tests/support/invented-request';

function years(decision: Decision<readonly AdjustmentResult[]>): readonly AdjustmentResult[] {
  if (!decision.allowed) throw new Error(JSON.stringify(decision.refusals));
  return decision.value;
}

const told = (decision: Decision<unknown>): readonly string[] =>
  decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
const balances = ({ pools }: AdjustmentResult): readonly string[] =>
  pools.map(({ balanceAfter }) => formatYuan(balanceAfter.fen));
const RUNS = { numRuns: 25 };

describe('years in a row', () => {
  /*
   * 2025: collections 1100, 2200, 3300 at the 6% of that year: levies 66, 132, 198. Expenditure 1260, 2520, and in
   * the north, where it doubles, 2400.
   * - east:  630 + 1300 − 1260 − 66 = 604; six months 630; 26 short
   * - west:  2994.80 + 2400 − 2520 − 132 = 2742.80
   * - north: 2717.20 + 3000 − 2400 − 198 = 3119.20
   * - fund:  inflow 396 + 4 + 6 = 406; normal 26; 380 left; incentive 152, west : north = 132 : 198 → 60.80 and 91.20;
   *   closing 178 + 406 − 178 = 406
   */
  it('are reckoned each from the one before, with the values of their own first day', () => {
    const growth = growthBy({ collections: '10%', expenditure: '5%' }, { north: { expenditure: '100%' } });
    const [first, second, third] = years(projectYears(inventedPlan(), factsOf(inventedRequest()), growth, 3));
    expect(first && balances(first)).toEqual(['630.00', '2994.80', '2717.20']);
    expect(second?.levies.map((row) => formatYuan(row.amount.fen))).toEqual(['66.00', '132.00', '198.00']);
    expect(second && paidIn(second, 'normal')).toEqual({ east: '26.00' });
    expect(second && balances(second)).toEqual(['630.00', '2803.60', '3210.40']);
    expect(second?.pools.map(({ monthsAfter }) => monthsAfter)).toEqual(['6.00', '13.35', '16.05']);
    expect(formatYuan(second?.fund.closingBalance.fen ?? (0n as never))).toBe('406.00');
    expect(third?.facts.year).toBe(2026);
  });

  it('leave a deficit uncovered that the treasury covered in the first year only', () => {
    const poor = city('east', { revenue: '60.00', expenditure: '100.00', treasuryCover: '40.00' });
    const [first, second] = years(projectYears(inventedPlan(), factsOf(requestOf([poor])), growthBy(), 2));
    const burdens = (result?: AdjustmentResult): readonly string[] | undefined =>
      result?.burdens.map((row) => `${row.bearer} ${formatYuan(row.amount.fen)}`);
    expect([burdens(first), burdens(second)]).toEqual([['local_treasury 40.00'], ['uncovered 40.00']]);
  });

  it('are refused whole where one of them is, and the refusal names the year', () => {
    const endless = { to: '        cells: { employee: 6%, resident: 12% }\n        to: 2026-12-31\n' };
    const plan = inventedPlan({
      'values/fund.yaml': (old) =>
        old.replace('        cells: { employee: 6%, resident: 12% }\n', endless.to),
    });
    const facts = factsOf(inventedRequest());
    expect(projectYears(plan, facts, growthBy(), 3).allowed).toBe(true);
    expect(told(projectYears(plan, facts, growthBy(), 5))).toEqual([
      expect.stringMatching(/^not_in_force 2027 /),
    ]);
  });

  it('before the rule is in force are refused with their year', () => {
    const facts = factsOf(inventedRequest({ year: 2023 }));
    expect(told(projectYears(inventedPlan(), facts, growthBy(), 3))).toEqual(['not_in_force 2023 year']);
  });

  it.each([0, 11, 1.5, -1])('are one to ten: %s is refused', (count) => {
    const facts = factsOf(inventedRequest());
    expect(told(projectYears(inventedPlan(), facts, growthBy(), count))).toEqual(['bad_years years']);
  });

  it('end by the year 9999', () => {
    const facts = factsOf(inventedRequest({ year: 9995 }));
    expect(told(projectYears(inventedPlan(), facts, growthBy(), 6))).toEqual(['bad_years years']);
    expect(projectYears(inventedPlan(), facts, growthBy(), 5).allowed).toBe(true);
  });
});

describe('any years in a row', () => {
  it('of one year are that year, whatever the growth', () => {
    const check = fc.property(provinceArbitrary, growthArbitrary, (request, growth) => {
      expect(years(projectYears(inventedPlan(), factsOf(request), growth, 1))).toEqual([
        adjustInvented(request),
      ]);
    });
    fc.assert(check, RUNS);
  });

  it('are the same in a longer run as in a shorter one', () => {
    const check = fc.property(
      provinceArbitrary,
      growthArbitrary,
      fc.integer({ min: 1, max: 9 }),
      (request, growth, count) => {
        const project = (most: number) => projectYears(inventedPlan(), factsOf(request), growth, most);
        expect(years(project(10))[count - 1]).toEqual(years(project(count)).at(-1));
      },
    );
    fc.assert(check, { numRuns: 10 });
  });

  it('without growth and flows keep every balance', () => {
    const opening = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((sum) => formatYuan(sum as never));
    const check = fc.property(fc.array(opening, { minLength: 1, maxLength: 4 }), opening, (sums, fund) => {
      const pools = sums.map((openingBalance, index) => city(`p${index}`, { openingBalance }));
      const request = requestOf(pools, {
        fund: { openingBalance: fund, interest: '0.00', otherIncome: '0.00' },
      });
      for (const result of years(projectYears(inventedPlan(), factsOf(request), growthBy(), 10))) {
        expect([balances(result), formatYuan(result.fund.closingBalance.fen)]).toEqual([sums, fund]);
      }
    });
    fc.assert(check, RUNS);
  });

  it.each(PIPELINES)('of %s are reckoned to the end, each opening as the one before closed', (rule) => {
    const check = fc.property(yearArbitrary(rule), growthArbitrary, (request, growth) => {
      const decision = projectYears(planOf(rule), factsOf(request), growth, 4);
      // A few insured persons may shrink to none, and then nobody is left to distribute to.
      if (!decision.allowed) expect(told(decision).join()).toMatch(/^nobody_insured 202[567] [^,]*$/);
      if (!decision.allowed) return;
      const run = decision.value;
      expect(run[0]).toEqual(adjustBy(rule, request));
      for (const [index, result] of run.slice(1).entries()) {
        const before = run[index];
        expect(result.facts.fund.openingBalance).toBe(before?.fund.closingBalance.fen);
        expect(result.facts.pools.map(({ amounts }) => amounts.openingBalance)).toEqual(
          before?.pools.map(({ balanceAfter }) => balanceAfter.fen),
        );
      }
    });
    fc.assert(check, RUNS);
  });
});
