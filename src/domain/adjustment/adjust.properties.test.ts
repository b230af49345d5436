import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { present } from '#kernel/assert';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { formatYuan, sumFen } from '#kernel/fen';
import { findClause, findReading } from '#rules/pack/pack';
import { provinceArbitrary } from '#tests/support/invented-arbitrary';
import { adjustInvented, inventedPlan } from '#tests/support/invented-request';

/** Long runs take longer than a test usually may. */
vi.setConfig({ testTimeout: 600_000 });

/** Provinces for each property; TONGCHOU_PROVINCES asks for more, as in the differential test. */
const RUNS = Number.parseInt(process.env['TONGCHOU_PROVINCES'] ?? '60', 10);

/** Checks something of every province's year; a failure shows the province. */
function always(check: (result: AdjustmentResult, request: AdjustmentRequest) => void): void {
  fc.assert(
    fc.property(provinceArbitrary, (request) => check(adjustInvented(request), request)),
    { numRuns: RUNS },
  );
}

const amountsOf = new WeakMap<AdjustmentResult, ReadonlyMap<string, string>>();

/** The amounts of all explained figures, by node. */
function explainedAmounts(result: AdjustmentResult): ReadonlyMap<string, string> {
  const known = amountsOf.get(result);
  if (known !== undefined) return known;
  const amounts = new Map(
    result.nodes.flatMap(({ id, value }) => (value.kind === 'fen' ? [[id, value.amount] as const] : [])),
  );
  amountsOf.set(result, amounts);
  return amounts;
}

/** The amount of an explained figure. */
function worth(result: AdjustmentResult, id: string): bigint {
  return fenOf(present(explainedAmounts(result).get(id), `the amount ${id}`));
}

const fenOf = (text: string): bigint => BigInt(text.replace('.', ''));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function paid(result: AdjustmentResult, stage: string): bigint {
  return sumFen(result.allocations.filter((row) => row.stage === stage).map((row) => row.amount.fen));
}

function paidTo(result: AdjustmentResult, pool: string, stage: string): bigint {
  return result.allocations.find((row) => row.pool === pool && row.stage === stage)?.amount.fen ?? 0n;
}

const gatedPools = (result: AdjustmentResult): readonly string[] =>
  result.refusals.filter((row) => row.condition !== 'emergencyCause').map((row) => row.pool);

describe('money of any province', () => {
  it.each(['normal', 'emergency'])('JX-R6: %s pays all that is needed, or all that there is', (stage) => {
    always((result) => {
      expect(paid(result, stage)).toBe(
        least(worth(result, `needs/${stage}`), worth(result, `available/${stage}`)),
      );
    });
  });

  it('JX-R7: the parts of the incentive add up to its pot, or nobody has a part', () => {
    always((result) => {
      const drawn = (pool: string): bigint =>
        paidTo(result, pool, 'normal') + paidTo(result, pool, 'emergency');
      const claims = result.levies.some(
        ({ pool, amount }) => amount.fen > 0n && drawn(pool) === 0n && !gatedPools(result).includes(pool),
      );
      expect(paid(result, 'incentive')).toBe(claims ? worth(result, 'incentive-pot') : 0n);
    });
  });

  it('nothing is created or lost in the fund', () => {
    always(({ fund, facts, allocations }) => {
      expect(facts.fund.openingBalance + fund.inflow.fen).toBe(fund.outflow.fen + fund.closingBalance.fen);
      expect(sumFen(allocations.map((row) => row.amount.fen))).toBe(fund.outflow.fen);
      expect(fund.closingBalance.fen >= 0n).toBe(true);
    });
  });

  it('R-5: nothing is created or lost in the province', () => {
    always(({ fund, facts, pools, burdens }) => {
      const putIn = burdens.filter((row) => row.bearer !== 'uncovered').map((row) => row.amount.fen);
      const recovered = facts.recoveries.map((recovery) => recovery.amount);
      const { openingBalance, interest, otherIncome } = facts.fund;
      const after = sumFen([...pools.map((pool) => pool.balanceAfter.fen), fund.closingBalance.fen]);
      const before = pools.map((pool) => pool.balanceBefore.fen);
      expect(after).toBe(sumFen([...before, openingBalance, interest, otherIncome, ...recovered, ...putIn]));
    });
  });

  it('JX-R4: what nobody covers is uncovered: a balance after levy and cover is below zero only by that', () => {
    always((result) => {
      for (const { id } of result.pools) {
        const covered = worth(result, `balance-after-cover/${id}`);
        expect(worth(result, `burden/uncovered/${id}`)).toBe(covered < 0n ? -covered : 0n);
      }
    });
  });
});

describe('fairness in any province', () => {
  it('JX-R4: a gated pool is paid in no form', () => {
    always((result) => {
      const gated = gatedPools(result);
      expect(result.allocations.filter((row) => gated.includes(row.pool))).toEqual([]);
    });
  });

  it.each(['normal', 'emergency'])(
    'R-3: a scaled part of %s is within a fen of its exact proportion',
    (stage) => {
      always((result) => {
        const [needs, available] = [worth(result, `needs/${stage}`), worth(result, `available/${stage}`)];
        if (needs <= available) return;
        for (const { id } of result.pools) {
          const miss = paidTo(result, id, stage) * needs - available * worth(result, `need/${stage}/${id}`);
          expect(-needs < miss && miss < needs).toBe(true);
        }
      });
    },
  );

  it('R-3: a part of the incentive is within a fen of its exact proportion', () => {
    always((result) => {
      const rows = result.allocations.filter((row) => row.stage === 'incentive');
      const weight = (pool: string): bigint => worth(result, `levy/${pool}`);
      const claimants = result.pools.filter(
        ({ id }) =>
          paidTo(result, id, 'normal') + paidTo(result, id, 'emergency') === 0n &&
          !gatedPools(result).includes(id),
      );
      const total = claimants.reduce((sum, { id }) => sum + weight(id), 0n);
      expect(rows.every((row) => claimants.some(({ id }) => id === row.pool))).toBe(true);
      for (const { id } of total === 0n ? [] : claimants) {
        const miss = paidTo(result, id, 'incentive') * total - worth(result, 'incentive-pot') * weight(id);
        expect(-total < miss && miss < total).toBe(true);
      }
    });
  });

  it('R-3: equal pools are treated equally, up to the last fen of each split', () => {
    always((result, request) => {
      const key = ({ id: _, ...figures }: AdjustmentRequest['pools'][number]): string =>
        JSON.stringify(figures);
      for (const one of request.pools) {
        for (const other of request.pools.filter((pool) => key(pool) === key(one))) {
          for (const stage of ['normal', 'emergency', 'incentive']) {
            const difference = paidTo(result, one.id, stage) - paidTo(result, other.id, stage);
            expect(difference >= -1n && difference <= 1n).toBe(true);
          }
          expect(worth(result, `levy/${one.id}`)).toBe(worth(result, `levy/${other.id}`));
        }
      }
    });
  });

  it('JX-R5: a pool at or above its months gets none, and none is topped up above them', () => {
    always((result, { pools }) => {
      for (const { id, expenditure = '' } of pools) {
        const normal = paidTo(result, id, 'normal');
        const balance = worth(result, `balance-after-cover/${id}`);
        // Six months, half up: 6 ÷ 12 of the expenditure.
        const aim = (fenOf(expenditure) + 1n) / 2n;
        if (balance >= aim) expect(normal).toBe(0n);
        expect(normal === 0n || balance + normal <= aim).toBe(true);
      }
    });
  });

  it('the order of the pools in the input does not matter', () => {
    const both = provinceArbitrary.chain((request) =>
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
        `fund ${result.fund.closingBalance.fen}`,
      ].toSorted();
    fc.assert(
      fc.property(both, ([request, pools]) => {
        expect(rows(adjustInvented({ ...request, pools }))).toEqual(rows(adjustInvented(request)));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the explanation of any province', () => {
  it('each node comes after all of its inputs, and no id twice', () => {
    always(({ nodes }) => {
      const seen = new Set<string>();
      for (const { id, inputs } of nodes) {
        expect(inputs.filter((input) => !seen.has(input))).toEqual([]);
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    });
  });

  it('every amount of the result is a node of the explanation with the same value', () => {
    always((result) => {
      const amounts = explainedAmounts(result);
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

  it('every row cites a clause and every node only clauses and readings that the pack knows', () => {
    always(({ pack, levies, allocations, refusals, burdens, nodes }) => {
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

  it('the same province gives the same bytes again', () => {
    const bytes = (request: AdjustmentRequest): string => {
      const output = proposeAdjustment(inventedPlan().pack, request);
      if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
      return canonicalJson(output.value as unknown as CanonicalValue);
    };
    fc.assert(
      fc.property(provinceArbitrary, (request) => {
        expect(bytes(structuredClone(request))).toBe(bytes(request));
      }),
      { numRuns: RUNS },
    );
  });
});
