import { describe, expect, it } from 'vitest';
import { packView } from '#application/views/pack-view';
import { checkShape } from '#contract/check-shape';
import { packViewSchema } from '#contract/packs';
import { inventedPack } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const pack = inventedPack();
const view = packView(pack);
const versionsOf = (name: string): (typeof view.values)[number]['versions'] =>
  view.values.find((value) => value.name === name)?.versions ?? [];

describe('the view of a pack', () => {
  it('has the shape of the contract, for invented and for real packs', async () => {
    for (const each of [pack, await loadTestPack('national'), await loadTestPack('jiangxi')]) {
      expect(checkShape(packViewSchema, packView(each))).toMatchObject({ allowed: true });
    }
  });

  it('gives the hash, what the pack extends, and its own clauses with their instrument', () => {
    expect(view).toMatchObject({ id: 'yunhai', status: 'in_force', hash: pack.hash, extends: ['union'] });
    expect(view.clauses.map((clause) => clause.id)).toContain('YH-8');
    expect(view.clauses.map((clause) => clause.id)).not.toContain('UN-1');
    expect(view.clauses.at(-1)).toMatchObject({ instrument: { id: 'yh-2024-1' }, open: { zh: '比例' } });
  });

  it('gives a figure without axes under an empty cell, and one for each member of an axis', () => {
    expect(versionsOf('incentive_share')[0]?.figures).toEqual([{ cell: '', text: '40%' }]);
    expect(versionsOf('levy_rate').map((version) => version.figures)).toEqual([
      [
        { cell: 'employee', text: '5%' },
        { cell: 'resident', text: '10%' },
      ],
      [
        { cell: 'employee', text: '6%' },
        { cell: 'resident', text: '12%' },
      ],
    ]);
  });

  it('joins the members of several axes, and tells the ends of a band apart', () => {
    expect(versionsOf('inpatient_ratio')[0]?.figures).toContainEqual({
      cell: 'employee/second',
      text: '85.5%',
    });
    expect(versionsOf('target_months_band')[0]?.figures).toContainEqual({ cell: 'high/resident', text: '6' });
  });

  it('gives the steps of the pipeline in order, each with what fills it and what it cites', () => {
    expect(view.pipeline?.steps[0]).toMatchObject({
      mechanism: 'levy',
      arguments: [
        { name: 'base', filledWith: ['collections'] },
        { name: 'rate', filledWith: ['levy_rate'] },
      ],
      cite: ['YH-2'],
    });
  });

  it('tells in which file of values each stands', () => {
    expect(view.values.find((value) => value.name === 'levy_rate')?.topic).toBe('fund');
  });

  it('says what a linked figure is reckoned from', () => {
    expect(versionsOf('contribution_ceiling')[0]?.figures).toEqual([
      { cell: '', text: '30.1% × average_wage[-1]' },
    ]);
  });

  it('gives no figure for what the policy leaves open and nobody assumes', () => {
    expect(versionsOf('gap_share')[0]).toMatchObject({ figures: [], reading: 'YH-R2' });
  });
});
