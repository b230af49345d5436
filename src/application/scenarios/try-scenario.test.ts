import { describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { compareRuns, type ScenarioComparison } from '#application/scenarios/compare-runs';
import type { Baseline } from '#application/scenarios/open-baseline';
import { replaceableValues } from '#application/scenarios/replaceable-values';
import { tryScenario, type ReplacedValues } from '#application/scenarios/try-scenario';
import { planAdjustment } from '#domain/adjustment/plan';
import { inventedPack } from '#tests/support/invented-pack';
import { city, inventedRequest } from '#tests/support/invented-request';
import { openedRun } from '#tests/support/opened-run';

function baselineOf(request: AdjustmentRequest = inventedRequest()): Baseline {
  const plan = planAdjustment(inventedPack());
  if (!plan.allowed) throw new Error('Yunhai has a pipeline');
  return { run: openedRun(request), request, plan: plan.value };
}

function compared(values: ReplacedValues, request?: AdjustmentRequest): ScenarioComparison {
  const baseline = baselineOf(request);
  const output = tryScenario(baseline, values);
  if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
  return compareRuns(baseline, values, output.value);
}

function refusals(values: ReplacedValues): readonly string[] {
  const output = tryScenario(baselineOf(), values);
  return output.allowed ? [] : output.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('a scenario', () => {
  it('is reckoned by the same code as a run with these values', () => {
    const values = { levy_rate: '10%', target_months: '4' };
    expect(tryScenario(baselineOf(), values)).toEqual(
      proposeAdjustment(inventedPack(), inventedRequest({ values })),
    );
  });

  it('without values is the run itself: every difference is zero', () => {
    const same = compared({});
    expect(JSON.stringify(same.pools).match(/"difference":"[^"]*"/g)).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/"0\.00"/)]),
    );
    expect(same.refusals).toEqual({ gained: [], lost: [] });
    expect(same.output).toMatchObject(same.output);
  });

  it('tells what a doubled levy does to each pool and the fund (see invented-request)', () => {
    // Levies 100, 200, 300 for 50, 100, 150; east then misses 100, is topped up by 100 for 50.
    const { pools, totals, fund } = compared({ levy_rate: '10%' });
    expect(pools.map(({ id, levy }) => [id, levy.baseline, levy.scenario, levy.difference])).toEqual([
      ['east', '50.00', '100.00', '50.00'],
      ['west', '100.00', '200.00', '100.00'],
      ['north', '150.00', '300.00', '150.00'],
    ]);
    expect(pools[0]?.stages['normal']).toEqual({
      baseline: '50.00',
      scenario: '100.00',
      difference: '50.00',
    });
    expect(pools[0]?.balanceAfter.difference).toBe('0.00');
    expect(totals.levy).toEqual({ baseline: '300.00', scenario: '600.00', difference: '300.00' });
    // Inflow 710 − returned 80 − normal 100 = 530; incentive 40% 212; closing 10 + 710 − 392 = 328
    expect(fund.closingBalance).toEqual({ baseline: '178.00', scenario: '328.00', difference: '150.00' });
  });

  it('names the refusals that it brings and those that it ends', () => {
    // East: 10 after the levy of 50; at 10% the deficit of 40 is not covered.
    const poor = city('east', { collections: '1000.00', revenue: '60.00' });
    const { gained, lost } = compared(
      { levy_rate: '10%' },
      inventedRequest({ pools: [poor], recoveries: [] }),
    ).refusals;
    expect([gained.map(({ pool, condition }) => `${pool} ${condition}`), lost]).toEqual([
      ['east deficitCovered'],
      [],
    ]);
  });

  it('JX-2.5: credits no more cover than the deficit that is left, and says so', () => {
    // East: 60 − levy 100 = −40, covered whole; at 8% the deficit is 20.
    const request = inventedRequest({
      values: { levy_rate: '10%' },
      pools: [city('east', { collections: '1000.00', revenue: '60.00', treasuryCover: '40.00' })],
      recoveries: [],
    });
    const scenario = compared({ levy_rate: '8%' }, request);
    expect(scenario.pools[0]?.burdens['local_treasury']).toEqual({
      baseline: '40.00',
      scenario: '20.00',
      difference: '-20.00',
    });
    expect(scenario.reducedCovers).toEqual([{ pool: 'east', given: '40.00', credited: '20.00' }]);
    expect(compared({}, request).reducedCovers).toEqual([]);
  });

  it('varies the values that its run already replaced', () => {
    const request = inventedRequest({ values: { levy_rate: '10%' } });
    expect(compared({ target_months: '4' }, request).totals.levy.difference).toBe('0.00');
    expect(compared({ levy_rate: '5%' }, request).totals.levy).toMatchObject({
      baseline: '600.00',
      scenario: '300.00',
    });
  });

  it('says of the result that the figure was replaced', () => {
    expect(compared({ levy_rate: '10%' }).assumptions).toContainEqual(
      expect.objectContaining({
        value: 'levy_rate',
        figures: [{ cell: '', text: '10%' }],
        reading: 'scenario',
      }),
    );
  });

  it('replaces only values that the pipeline uses; each other one is named', () => {
    expect(refusals({ gap_share: '50%', reserve_share: '10%', levy_rate: '8%' })).toEqual([
      'not_replaceable values.gap_share',
      'not_replaceable values.reserve_share',
    ]);
  });

  it.each([
    [{ levy_rate: '20.01%' }, 'out_of_bounds values.levy_rate'],
    [{ target_months: '3.99' }, 'out_of_bounds values.target_months'],
    [{ incentive_share: '9%' }, 'out_of_bounds values.incentive_share'],
    [{ levy_rate: '0.08' }, 'bad_rate values.levy_rate'],
    [{ levy_rate: '101%' }, 'bad_rate values.levy_rate'],
    [{ levy_rate: '-1%' }, 'negative_amount values.levy_rate'],
  ])('refuses %j', (values, expected) => {
    expect(refusals(values)).toEqual([expected]);
  });
});

describe('the values that a scenario may replace', () => {
  it("are those of the pipeline, with the run's figure, clauses and bound", () => {
    expect(replaceableValues(baselineOf())).toMatchObject([
      {
        name: 'levy_rate',
        unit: 'rate',
        figures: [{ cell: '', text: '5%' }],
        isReplacedInRun: false,
        cite: ['YH-2'],
        bound: { high: '20%', label: { en: 'Limit of the levy rate' }, cite: ['UN-1'] },
      },
      { name: 'incentive_share', figures: [{ text: '40%' }], bound: { low: '10%' } },
      { name: 'target_months', unit: 'month', figures: [{ text: '6' }], bound: { low: '4', high: '9' } },
    ]);
  });

  it('show the figure that the run itself replaced', () => {
    const [levy] = replaceableValues(baselineOf(inventedRequest({ values: { levy_rate: '10%' } })));
    expect(levy).toMatchObject({ figures: [{ cell: '', text: '10%' }], isReplacedInRun: true });
  });
});
