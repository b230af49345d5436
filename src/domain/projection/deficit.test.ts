import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectYears } from '#domain/adjustment/projection/project-years';
import { uncoveredOf } from '#domain/adjustment/projection/outlook';
import { deficitBetween } from '#domain/projection/deficit';
import { poolYears } from '#domain/projection/pool-year';
import { projectScheme } from '#domain/projection/scheme-projection';
import { present } from '#kernel/assert';
import { fen, positivePart, sumFen, ZERO_FEN } from '#kernel/fen';
import { valueOf } from '#tests/support/decided';
import { driver, drivers, schemeOf } from '#tests/support/fund-projection';
import { growthArbitrary } from '#tests/support/growth';
import { provinceArbitrary } from '#tests/support/invented-arbitrary';
import { PIPELINES, planOf } from '#tests/support/invented-pipelines';
import { yearArbitrary } from '#tests/support/invented-pipelines-arbitrary';
import { factsOf, inventedPlan } from '#tests/support/invented-request';

const RUNS = { numRuns: 20 };
const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });

describe('a deficit that nobody bears', () => {
  it('grows by what each year adds: the flows make up the stock, whatever the balances', () => {
    const check = fc.property(fc.array(amount, { minLength: 2, maxLength: 12 }), (balances) => {
      const flows = balances.slice(1).map((closing, index) => {
        return deficitBetween(fen(present(balances[index], 'the balance before')), fen(closing)).uncovered;
      });
      const [first = 0n, last = 0n] = [balances[0], balances.at(-1)];
      expect(positivePart(-first) + sumFen(flows)).toBe(positivePart(-last));
    });
    fc.assert(check);
  });

  it('JX-R4: of every pool is the sum of its years’ flows, and the burden that no source bears', () => {
    const rates = fc.integer({ min: 0, max: 300 }).map((tenths) => `${tenths / 10}%`);
    const check = fc.property(provinceArbitrary, rates, (request, cost) => {
      const scheme = schemeOf({ drivers: drivers({ cost: driver(cost) }) }, request);
      const years = valueOf(projectScheme(inventedPlan(), scheme, 10));
      const rows = years.map((year) => poolYears(year, scheme.bands, undefined));
      for (const [index, { id, opening }] of (rows[0] ?? []).entries()) {
        const own = rows.map((pools) => present(pools[index], id));
        expect(positivePart(0n - opening) + sumFen(own.map(({ uncovered }) => uncovered))).toBe(
          own.at(-1)?.deficit,
        );
        for (const [at, { deficit }] of own.entries())
          expect(deficit).toBe(uncoveredOf(present(years[at], 'the year').result, id));
      }
    });
    fc.assert(check, RUNS);
  });

  it.each(PIPELINES)('in %s is told wherever a burden is left uncovered', (rule) => {
    const check = fc.property(yearArbitrary(rule), growthArbitrary, (request, growth) => {
      const years = projectYears(planOf(rule), factsOf(request), growth, 4);
      if (!years.allowed) return;
      for (const result of years.value) {
        const { openingBalance } = result.facts.fund;
        const fund = deficitBetween(openingBalance, result.fund.closingBalance.fen);
        const told = result.pools.map(
          ({ balanceAfter }) => deficitBetween(ZERO_FEN, balanceAfter.fen).deficit,
        );
        if (uncoveredOf(result) > ZERO_FEN) expect(sumFen([fund.deficit, ...told])).toBeGreaterThan(0n);
      }
    });
    fc.assert(check, RUNS);
  });
});
