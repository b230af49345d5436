import { describe, expect, it } from 'vitest';
import type { ScenarioPool } from '#console/api/scenario-queries.ts';
import { balanceSteps } from '#console/rooms/scenario/charts/balance-steps.ts';
import { moneyFlows } from '#console/rooms/scenario/charts/money-flows.ts';

const change = (baseline: string, scenario: string): ScenarioPool['levy'] => ({
  baseline,
  scenario,
  difference: '0.00',
});

/** East: 600 − levy 50 + normal 50 + treasury 7; the scenario's levy is 100, all of it topped up. */
const east: ScenarioPool = {
  id: 'east',
  name: { zh: '东市', en: 'East' },
  balanceBefore: '600.00',
  levy: change('50.00', '100.00'),
  stages: { normal: change('50.00', '100.00') },
  received: change('50.00', '100.00'),
  burdens: { local_treasury: change('7.00', '7.00') },
  balanceAfter: change('607.00', '607.00'),
  monthsAfter: { baseline: '6.07', scenario: '6.07', difference: '0.00' },
};

describe("a pool's balance step by step", () => {
  it.each(['baseline', 'scenario'] as const)('leads from before to after without a gap (%s)', (side) => {
    const steps = balanceSteps(east, ['normal'], side);
    expect(steps.map(({ name }) => name.kind)).toEqual(['before', 'levy', 'stage', 'putIn', 'after']);
    const inner = steps.slice(1, -1);
    expect(inner.map(({ from }) => from)).toEqual(['600.00', ...inner.slice(0, -1).map(({ to }) => to)]);
    expect(inner.at(-1)).toMatchObject({ amount: '7.00', to: '607.00' });
  });
});

describe('the money of the fund', () => {
  it('flows in and out in equal sums, and nothing that is zero is drawn', () => {
    const flows = moneyFlows({
      pools: [east],
      fund: {
        inflow: change('60.00', '110.00'),
        outflow: change('50.00', '100.00'),
        reserve: change('0.00', '0.00'),
        closingBalance: change('10.00', '10.00'),
      },
    });
    expect(flows).toEqual([
      { from: 'levy/east', to: 'fund', amount: '100.00' },
      { from: 'otherIncome', to: 'fund', amount: '10.00' },
      { from: 'fund', to: 'received/east', amount: '100.00' },
      { from: 'fund', to: 'closing', amount: '10.00' },
    ]);
  });
});
