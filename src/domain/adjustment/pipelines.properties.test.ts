import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { BEARERS_PUTTING_IN } from '#domain/adjustment/rows';
import { present } from '#kernel/assert';
import { formatYuan, sumFen } from '#kernel/fen';
import { findClause, findReading } from '#rules/pack/pack';
import { yearArbitrary } from '#tests/support/invented-pipelines-arbitrary';
import { adjustBy, PIPELINES, type Pipeline } from '#tests/support/invented-pipelines';

/** Long runs take longer than a test usually may. */
vi.setConfig({ testTimeout: 600_000 });

/** Years for each property; TONGCHOU_PROVINCES asks for more, as in the differential test. */
const RUNS = Number.parseInt(process.env['TONGCHOU_PROVINCES'] ?? '60', 10);

const SHARING = ['gap_sharing_with_cap', 'gap_sharing_with_pause'] as const;
const DISTRIBUTION = 'distribution_with_reserve';

/** Checks something of every year; a failure shows the year. */
function always(rule: Pipeline, check: (result: AdjustmentResult, request: AdjustmentRequest) => void): void {
  fc.assert(
    fc.property(yearArbitrary(rule), (request) => check(adjustBy(rule, request), request)),
    { numRuns: RUNS },
  );
}

const fenOf = (text = ''): bigint => BigInt(text.replace('.', ''));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const positive = (a: bigint): bigint => (a > 0n ? a : 0n);

/** The amount of an explained figure. */
function worth(result: AdjustmentResult, id: string): bigint {
  const value = result.nodes.find((node) => node.id === id)?.value;
  return fenOf(present(value?.kind === 'fen' ? value.amount : undefined, `the amount ${id}`));
}

function paid(result: AdjustmentResult, stage: string): bigint {
  return sumFen(result.allocations.filter((row) => row.stage === stage).map((row) => row.amount.fen));
}

function paidTo(result: AdjustmentResult, pool: string, stage: string): bigint {
  return result.allocations.find((row) => row.pool === pool && row.stage === stage)?.amount.fen ?? 0n;
}

function borne(result: AdjustmentResult, pool: string, ...bearers: readonly string[]): bigint {
  const rows = result.burdens.filter((row) => row.pool === pool && bearers.includes(row.bearer));
  return sumFen(rows.map((row) => row.amount.fen));
}

const total = (pools: readonly PoolRequest[], amount: (pool: PoolRequest) => bigint): bigint =>
  pools.reduce((sum, pool) => sum + amount(pool), 0n);

describe.each(PIPELINES)('any year of %s', (rule) => {
  it('nothing is created or lost in the fund', () => {
    always(rule, ({ fund, facts, allocations, levies }) => {
      const { openingBalance, interest, otherIncome } = facts.fund;
      expect(openingBalance + fund.inflow.fen).toBe(fund.outflow.fen + fund.closingBalance.fen);
      expect(sumFen(allocations.map((row) => row.amount.fen))).toBe(fund.outflow.fen);
      const levied = sumFen(levies.map((row) => row.amount.fen));
      if (rule !== 'full_pooling') {
        expect(fund.inflow.fen).toBe(levied + interest + otherIncome);
        expect(fund.closingBalance.fen >= 0n).toBe(true);
      }
    });
  });

  it('the order of the pools in the input does not matter', () => {
    const both = yearArbitrary(rule).chain((request) =>
      fc.tuple(
        fc.constant(request),
        fc.shuffledSubarray([...request.pools], { minLength: request.pools.length }),
      ),
    );
    const rows = (result: AdjustmentResult): readonly string[] =>
      [
        ...result.levies.map((row) => `levy ${row.pool} ${row.amount.fen}`),
        ...result.allocations.map((row) => `${row.stage} ${row.pool} ${row.amount.fen}`),
        ...result.refusals.map((row) => `${row.condition} ${row.pool}`),
        ...result.burdens.map((row) => `${row.bearer} ${row.pool} ${row.amount.fen}`),
        ...result.pools.map((pool) => `${pool.id} ${pool.balanceAfter.fen} ${pool.monthsAfter ?? ''}`),
        `fund ${result.fund.closingBalance.fen} ${result.fund.reserve.fen}`,
        // Which values were used, in whatever order pools called for them.
        ...result.assumptions.map((value) => `assumed ${value.name}`),
      ].toSorted();
    fc.assert(
      fc.property(both, ([request, pools]) => {
        expect(rows(adjustBy(rule, { ...request, pools }))).toEqual(rows(adjustBy(rule, request)));
      }),
      { numRuns: RUNS },
    );
  });

  it('each node comes after all of its inputs, and no id twice', () => {
    always(rule, ({ nodes }) => {
      const seen = new Set<string>();
      for (const { id, inputs } of nodes) {
        expect(inputs.filter((input) => !seen.has(input))).toEqual([]);
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    });
  });

  it('every amount of the result is a node of the explanation with the same value', () => {
    always(rule, (result) => {
      const amounts = new Map(
        result.nodes.flatMap(({ id, value }) => (value.kind === 'fen' ? [[id, value.amount] as const] : [])),
      );
      const figures = [
        ...result.levies.flatMap((row) => [row.base, row.amount]),
        ...result.allocations.map((row) => row.amount),
        ...result.burdens.map((row) => row.amount),
        ...Object.values(result.fund),
        ...result.pools.flatMap((pool) => [pool.balanceBefore, pool.levy, pool.received, pool.balanceAfter]),
      ];
      for (const figure of figures) expect(amounts.get(figure.node)).toBe(formatYuan(figure.fen));
    });
  });

  it('every row cites a clause, every node only clauses and readings that the pack knows', () => {
    always(rule, ({ pack, levies, allocations, refusals, burdens, nodes }) => {
      for (const { cite } of [...levies, ...allocations, ...refusals, ...burdens]) {
        expect(cite.length).toBeGreaterThan(0);
        expect(cite.filter((id) => findClause(pack, id) === undefined)).toEqual([]);
      }
      const cited = [...new Set(nodes.flatMap((node) => node.cite))];
      const read = [...new Set(nodes.flatMap((node) => node.readings))];
      expect(cited.filter((id) => findClause(pack, id) === undefined)).toEqual([]);
      expect(read.filter((id) => findReading(pack, id) === undefined)).toEqual([]);
    });
  });

  it('a pool and a bearer, a pool and a stage have one row each, above zero', () => {
    always(rule, ({ burdens, allocations }) => {
      const keys = [
        ...burdens.map((row) => `${row.pool} ${row.bearer}`),
        ...allocations.map((row) => `${row.pool} ${row.stage}`),
      ];
      expect(new Set(keys).size).toBe(keys.length);
      expect([...burdens, ...allocations].filter((row) => row.amount.fen <= 0n)).toEqual([]);
    });
  });
});

it.each([...SHARING, DISTRIBUTION] as const)(
  'R-5: nothing is created or lost in the province: %s',
  (rule) => {
    always(rule, ({ fund, facts, pools, burdens }) => {
      const putIn = burdens.filter((row) => BEARERS_PUTTING_IN.includes(row.bearer));
      const { openingBalance, interest, otherIncome } = facts.fund;
      const after = sumFen([...pools.map((pool) => pool.balanceAfter.fen), fund.closingBalance.fen]);
      const before = pools.map((pool) => pool.balanceBefore.fen);
      const added = putIn.map((row) => row.amount.fen);
      expect(after).toBe(sumFen([...before, openingBalance, interest, otherIncome, ...added]));
    });
  },
);

describe.each(SHARING)('gaps in any year of %s', (rule) => {
  it('SD-R2, AH-R3: no part is above its gap, and none above the cap', () => {
    always(rule, (result, { pools }) => {
      for (const { id, priorLevy } of pools) {
        const part = paidTo(result, id, 'gap_share');
        expect(part <= worth(result, `gap/${id}`)).toBe(true);
        if (rule === 'gap_sharing_with_cap') expect(part <= 2n * fenOf(priorLevy)).toBe(true);
      }
    });
  });

  it('SD-R3, AH-R4: all that is owed is paid, or all that there is, in proportion to the fen', () => {
    always(rule, (result) => {
      const [needs, available] = [worth(result, 'needs/gap_share'), worth(result, 'available/gap_share')];
      expect(paid(result, 'gap_share')).toBe(least(needs, available));
      for (const { id } of result.pools) {
        const [part, need] = [paidTo(result, id, 'gap_share'), worth(result, `need/gap_share/${id}`)];
        if (needs <= available) {
          expect(part).toBe(need);
        } else {
          const miss = part * needs - available * need;
          expect(-needs < miss && miss < needs).toBe(true);
        }
      }
    });
  });

  it('SD-R2, AH-R3: a cause is refused with a gap only, and is then paid nothing', () => {
    const accepted = ['policy', 'emergency', 'proper', ...(rule === SHARING[1] ? ['dependency'] : [])];
    always(rule, (result, { pools }) => {
      const expected = pools
        .filter(({ id, gapCause = '' }) => worth(result, `gap/${id}`) > 0n && !accepted.includes(gapCause))
        .map(({ id }) => id);
      expect(result.refusals.map((row) => row.pool)).toEqual(expected);
      expect(result.refusals.every((row) => row.condition === 'gapCause')).toBe(true);
      for (const id of expected) expect(paidTo(result, id, 'gap_share')).toBe(0n);
    });
  });

  it('R-6, SD-R4: fund, balance, bonds, subsidy and what is uncovered make up the gap and the unmet levy', () => {
    always(rule, (result, { pools }) => {
      for (const { id, openingBalance, bondsRealised, sameLevelSubsidy } of pools) {
        const others = borne(result, id, 'own_balance', 'bonds', 'subsidy', 'uncovered');
        expect(paidTo(result, id, 'gap_share') + others).toBe(
          worth(result, `gap/${id}`) + worth(result, `levy-unmet/${id}`),
        );
        expect(borne(result, id, 'own_balance') <= positive(fenOf(openingBalance))).toBe(true);
        expect(borne(result, id, 'bonds') <= fenOf(bondsRealised)).toBe(true);
        expect(borne(result, id, 'subsidy') <= fenOf(sameLevelSubsidy)).toBe(true);
      }
    });
  });

  it('R-6: a balance is below zero only by a debt from before and by what is uncovered', () => {
    always(rule, (result, { pools }) => {
      for (const { id, openingBalance } of pools) {
        const after = present(
          result.pools.find((pool) => pool.id === id),
          id,
        ).balanceAfter.fen;
        const debt = positive(-fenOf(openingBalance));
        expect(after + debt + borne(result, id, 'uncovered') >= 0n).toBe(true);
      }
    });
  });
});

it('AH-R2: a levy is owed by all or, from a tenth of all bases on, by nobody', () => {
  always('gap_sharing_with_pause', ({ levies, facts, fund }, { pools }) => {
    const bases = total(pools, ({ priorCollections }) => fenOf(priorCollections));
    const isPaused = facts.fund.openingBalance * 10n >= bases;
    const rates = levies.map(({ rate }) => (rate.numerator === 0n ? 'paused' : 'levied'));
    expect([...new Set(rates)]).toEqual([isPaused ? 'paused' : 'levied']);
    if (isPaused) expect(fund.inflow.fen).toBe(facts.fund.interest + facts.fund.otherIncome);
  });
});

describe(`money in any year of ${DISTRIBUTION}`, () => {
  it('SC-2.2-e: everything but the reserve is distributed, to the fen', () => {
    always(DISTRIBUTION, (result, { reserveReleases = [] }) => {
      const { fund, facts, levies } = result;
      const levied = sumFen(levies.map((row) => row.amount.fen));
      expect(paid(result, 'distribution')).toBe(levied - levied / 10n);
      const released = reserveReleases.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
      const { openingBalance, interest, otherIncome } = facts.fund;
      expect(fund.closingBalance.fen).toBe(openingBalance + interest + otherIncome + levied / 10n - released);
      expect(fund.reserve.fen).toBe(fund.closingBalance.fen);
    });
  });

  it('SC-R3: no pool gets more than its gap by gap, each within a fen of its proportion', () => {
    always(DISTRIBUTION, (result, { pools }) => {
      const [pot, gaps] = [
        worth(result, 'distribution-pot'),
        total(pools, ({ id }) => worth(result, `gap/${id}`)),
      ];
      const insured = total(pools, (pool) => BigInt(pool.insured ?? 0));
      const left = pot - least(pot, gaps);
      for (const { id, insured: persons = 0 } of pools) {
        const gap = worth(result, `gap/${id}`);
        const part = paidTo(result, id, 'distribution');
        if (left === 0n) {
          expect(part <= gap).toBe(true);
          const miss = part * gaps - pot * gap;
          expect(gaps === 0n || (-gaps < miss && miss < gaps)).toBe(true);
        } else {
          const miss = (part - gap) * insured - left * BigInt(persons);
          expect(-insured < miss && miss < insured).toBe(true);
        }
      }
    });
  });

  it('SC-R4: what is short of the gap is borne whole: nothing is uncovered', () => {
    always(DISTRIBUTION, (result, { pools }) => {
      for (const { id, breachLoss } of pools) {
        const received = paidTo(result, id, 'distribution') + paidTo(result, id, 'reserve_release');
        const others = borne(result, id, 'legacy_balance', 'own_balance', 'local_treasury');
        expect(others).toBe(positive(worth(result, `gap/${id}`) - received) + fenOf(breachLoss));
      }
      expect(result.burdens.filter((row) => row.bearer === 'uncovered')).toEqual([]);
    });
  });
});

describe('counties and city in any year of full_pooling', () => {
  it('JH-R3: the parts of city and county are the gap, the city’s within half a fen of its share', () => {
    const percents = [0n, 50n, 40n, 25n];
    always('full_pooling', (result, { pools }) => {
      for (const { id, class: of = 0 } of pools) {
        const [gap, city] = [worth(result, `gap/${id}`), worth(result, `city-part/${id}`)];
        expect(city + worth(result, `county-part/${id}`)).toBe(gap);
        const miss = 2n * (city * 100n - gap * (percents[of] ?? 0n));
        expect(-100n < miss && miss <= 100n).toBe(true);
        expect(borne(result, id, 'city')).toBe(city);
      }
    });
  });

  it('JH-R4: a county bears shortfall, its part, audited gap and breach, and no more', () => {
    always('full_pooling', (result, { pools }) => {
      for (const pool of pools) {
        const shortfall = positive(fenOf(pool.collectionTask) - fenOf(pool.collections));
        const owed = shortfall + worth(result, `county-part/${pool.id}`);
        const legacy = borne(result, pool.id, 'legacy_balance');
        expect(legacy).toBe(least(owed, fenOf(pool.legacyBalance)));
        expect(borne(result, pool.id, 'local_treasury')).toBe(
          owed - legacy + fenOf(pool.auditedPriorGap) + fenOf(pool.breachLoss),
        );
      }
    });
  });

  it('JH-R1, JH-R5: the fund holds what came in less what was spent; below zero it is uncovered', () => {
    always('full_pooling', (result, { pools }) => {
      const { openingBalance, interest, otherIncome } = result.facts.fund;
      const flows = total(pools, ({ id, revenue, expenditure }) => {
        return fenOf(revenue) + borne(result, id, 'legacy_balance', 'local_treasury') - fenOf(expenditure);
      });
      const closing = openingBalance + interest + otherIncome + flows;
      expect(result.fund.closingBalance.fen).toBe(closing);
      expect(
        sumFen(result.burdens.filter((row) => row.bearer === 'uncovered').map((row) => row.amount.fen)),
      ).toBe(positive(-closing));
      for (const { id, openingBalance: opening } of pools) {
        const after = result.pools.find((pool) => pool.id === id)?.balanceAfter.fen;
        expect(after).toBe(fenOf(opening) - borne(result, id, 'legacy_balance'));
      }
    });
  });
});
