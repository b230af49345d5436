import { describe, expect, it } from 'vitest';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { compareRuns } from '#application/scenarios/compare-runs';
import type { Baseline } from '#application/scenarios/open-baseline';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import type { ProjectionView } from '#application/scenarios/projection-view';
import { readKept, reckonKept } from '#application/scenarios/reckon-kept';
import { simulateYears } from '#application/scenarios/simulate-years';
import { tryScenario, type ReplacedValues } from '#application/scenarios/try-scenario';
import { planAdjustment } from '#domain/adjustment/plan';
import type { Decision } from '#kernel/decision';
import { inventedPack } from '#tests/support/invented-pack';
import { city, inventedRequest, requestOf } from '#tests/support/invented-request';
import { openedRun } from '#tests/support/opened-run';

const STILL = { collections: '0%', revenue: '0%', expenditure: '0%', insured: '0%' };

function simulate(
  values: ReplacedValues,
  projection: Partial<ProjectionRequest> = {},
  request: AdjustmentRequest = inventedRequest(),
): Decision<ProjectionView> {
  return simulateYears(inventedPack(), request, values, { years: 3, growth: STILL, ...projection });
}

function view(...given: Parameters<typeof simulate>): ProjectionView {
  const decision = simulate(...given);
  if (!decision.allowed) throw new Error(JSON.stringify(decision.refusals));
  return decision.value;
}

const told = (decision: Decision<unknown>): readonly string[] =>
  decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);

describe('a scenario over years', () => {
  it('is compared year by year with the policy as it is, grown alike', () => {
    const { years } = view({ levy_rate: '10%' }, { growth: { ...STILL, collections: '10%' } });
    const levies = years.map(({ pools }) => [pools[0]?.levy.baseline, pools[0]?.levy.scenario]);
    // East collects 1000, 1100, 1210; the policy takes 5%, from 2025 6%.
    expect(levies).toEqual([
      ['50.00', '100.00'],
      ['66.00', '110.00'],
      ['72.60', '121.00'],
    ]);
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  });

  it('is in its first year the scenario of that year', () => {
    const values = { levy_rate: '10%', target_months: '4' };
    const plan = planAdjustment(inventedPack());
    if (!plan.allowed) throw new Error('Yunhai has a pipeline');
    const request = inventedRequest();
    const baseline: Baseline = { run: openedRun(request), request, plan: plan.value };
    const output = tryScenario(baseline, values);
    if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
    const { fund, pools } = compareRuns(baseline, values, output.value);
    const [first] = view(values, { growth: { ...STILL, expenditure: '9%' } }).years;
    expect(first?.fund).toEqual(fund);
    expect(
      first?.pools.map(({ id, levy, received, balanceAfter, monthsAfter }) => ({
        id,
        levy,
        received,
        balanceAfter,
        monthsAfter,
      })),
    ).toEqual(
      pools.map(({ id, levy, received, balanceAfter, monthsAfter }) => ({
        id,
        levy,
        received,
        balanceAfter,
        monthsAfter,
      })),
    );
  });

  it('without values is the policy itself: every difference is zero', () => {
    const differences = JSON.stringify(view({}).years).match(/"difference":"[^"]*"/g);
    expect(new Set(differences)).toEqual(new Set(['"difference":"0.00"']));
  });

  it('points out the first years in which a pool is uncovered or below the floor, in either', () => {
    // East spends 50 a year. With levies of 50 and 60, and topped up by 25 once: 25, −85. Without any: 50, 0, −50.
    const pools = [city('east', { openingBalance: '100.00', collections: '1000.00', expenditure: '50.00' })];
    const { firstYears } = view({ levy_rate: '0%' }, { floorMonths: '12' }, requestOf(pools));
    expect(firstYears.pools).toEqual([
      {
        id: 'east',
        name: { zh: '东市', en: 'East' },
        uncovered: { baseline: 2025, scenario: 2026 },
        belowFloor: { baseline: 2024, scenario: 2025 },
      },
    ]);
    expect(firstYears.fundBelowZero).toEqual({ baseline: null, scenario: null });
  });

  it('is refused with every text that says nothing usable', () => {
    const pools = [{ id: 'south' }, { id: 'east', revenue: '-100.1%' }, { id: 'east' }];
    const growth = { ...STILL, collections: '5', revenue: '101%' };
    expect(told(simulate({}, { growth, pools, floorMonths: '-1' }))).toEqual([
      'bad_rate growth.collections',
      'bad_growth growth.revenue',
      'unknown_pool pools[0].id',
      'bad_growth pools[1].revenue',
      'duplicate_pool pools[2].id',
      'negative_amount floorMonths',
    ]);
  });

  it('is refused where a value cannot be replaced, in any of its years', () => {
    expect(told(simulate({ gap_share: '50%' }))).toEqual(['not_replaceable values.gap_share']);
    expect(told(simulate({ levy_rate: '21%' }))).toEqual(['out_of_bounds 2024 values.levy_rate']);
  });

  it('is kept with its first year explained, and read back as it was', () => {
    const plan = planAdjustment(inventedPack());
    if (!plan.allowed) throw new Error('Yunhai has a pipeline');
    const request = inventedRequest();
    const ahead = { years: 2, growth: STILL };
    const baseline: Baseline = { run: openedRun(request), request, plan: plan.value };
    const result = reckonKept(baseline, { levy_rate: '8%' }, ahead);
    if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
    const kept = readKept({ result: result.value, projection: '{}' });
    expect(kept.output).toEqual((tryScenario(baseline, { levy_rate: '8%' }) as { value: unknown }).value);
    expect(kept.projection).toEqual(view({ levy_rate: '8%' }, ahead));
  });
});
