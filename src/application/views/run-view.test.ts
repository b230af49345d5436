import { describe, expect, it } from 'vitest';
import { runView } from '#application/views/run-view';
import { checkShape } from '#contract/check-shape';
import { runViewSchema } from '#contract/runs';
import { present } from '#kernel/assert';
import { ALL_MET, city, inventedRequest, requestOf } from '#tests/support/invented-request';
import { openedRun } from '#tests/support/opened-run';

const view = runView(openedRun());
const line = (id: string): (typeof view.pools)[number] =>
  present(
    view.pools.find((pool) => pool.id === id),
    id,
  );

describe('the view of a run', () => {
  it('has the shape of the contract', () => {
    expect(checkShape(runViewSchema, view)).toMatchObject({ allowed: true });
  });

  it('names the place, and its pools as the pack names them', () => {
    expect(view.place).toEqual({ zh: '云海省', en: 'Yunhai' });
    expect(view.pools.map((pool) => pool.name.zh)).toEqual(['东市', '西市', '北市']);
  });

  it('names a pool that the pack does not list by its id', () => {
    const { pools } = runView(openedRun(requestOf([city('south')])));
    expect(pools[0]?.name).toEqual({ zh: 'south', en: 'south' });
  });

  it('gives the stages in the order of the pipeline, and the months it tops up to', () => {
    expect(view.stages).toEqual(['recovery_return', 'normal', 'emergency', 'incentive']);
    expect(view.targetMonths).toBe('6');
  });

  it('gives every stage of every pool, with 0.00 where the stage pays nothing', () => {
    expect(line('east').stages).toEqual({
      recovery_return: '30.00',
      normal: '50.00',
      emergency: '0.00',
      incentive: '0.00',
    });
    expect(line('north').stages).toEqual({
      recovery_return: '0.00',
      normal: '0.00',
      emergency: '0.00',
      incentive: '67.20',
    });
  });

  it('gives balances and months before and after as they were stored (R-2, R-5)', () => {
    expect(line('east')).toMatchObject({
      balanceBefore: '600.00',
      monthsBefore: '6.00',
      levy: '50.00',
      received: '80.00',
      balanceAfter: '630.00',
      monthsAfter: '6.30',
    });
  });

  it('gives no months for a pool that spent nothing (R-2)', () => {
    const { pools } = runView(openedRun(requestOf([city('east')])));
    expect(pools[0]).toMatchObject({ monthsBefore: null, monthsAfter: null });
  });

  it('gives the burdens of a deficit by bearer, and why a pool is refused', () => {
    const poor = city('east', {
      expenditure: '1200.00',
      treasuryCover: '1000.00',
      conditions: { ...ALL_MET, levyPaid: false },
    });
    const { pools } = runView(openedRun(requestOf([poor])));
    expect(pools[0]?.burdens).toEqual({ local_treasury: '1000.00', uncovered: '200.00' });
    expect(pools[0]?.refusedFor).toEqual(['deficitCovered', 'levyPaid']);
  });

  it('tells each assumption with its figure and the reading behind it (YH-R1)', () => {
    expect(view.assumptions).toEqual([
      {
        value: 'shortage_rule',
        label: { zh: '不足时的办法', en: 'Rule of a shortage' },
        figures: [{ cell: '', text: 'proportional' }],
        reading: 'YH-R1',
        text: { zh: '不足时按比例', en: 'In proportion when short' },
      },
    ]);
  });

  it('tells a figure that was replaced in this run only', () => {
    const { assumptions, targetMonths } = runView(
      openedRun(inventedRequest({ values: { target_months: '5' } })),
    );
    expect(targetMonths).toBe('5');
    expect(assumptions.find((entry) => entry.value === 'target_months')).toMatchObject({
      figures: [{ cell: '', text: '5' }],
      reading: 'scenario',
      text: { en: "Replaces the policy's own figure in this run only." },
    });
  });

  it('leaves the explanation out of the output', () => {
    expect(view.output).not.toHaveProperty('explanation');
  });
});
