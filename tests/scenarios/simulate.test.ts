import { describe, expect, it } from 'vitest';
import { checkShape } from '#contract/check-shape';
import { projectionSchema, type ProjectionBody } from '#contract/projections';
import { expectRefusal, runAdjustLine as run, type Heard } from '#tests/support/adjust-command';
import { inventedRequest } from '#tests/support/invented-request';

const GROWTH = 'collections=10%,revenue=4%,expenditure=6%,insured=0%';

/** `tongchou simulate` by Jiangxi's rule on three cities of an invented province. */
function simulate(...options: readonly string[]): Promise<Heard> {
  const line = ['simulate', '--pack', 'jiangxi', '--input', 'input.json', ...options];
  return run(line, { 'input.json': JSON.stringify(inventedRequest()) });
}

const outcome = ({ out }: Heard): ProjectionBody => JSON.parse(out) as ProjectionBody;

describe('tongchou simulate', () => {
  it('prints the years with and without replaced values, to the letter of the contract', async () => {
    const heard = await simulate(
      '--years',
      '10',
      '--growth',
      GROWTH,
      '--replace',
      'levy_rate=8%',
      '--floor',
      '6',
    );
    expect([heard.status, heard.err]).toEqual([0, '']);
    const view = outcome(heard);
    expect(checkShape(projectionSchema, view)).toMatchObject({ allowed: true });
    expect(view.years.map(({ year }) => year)).toEqual([
      2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033,
    ]);
    expect(view.years[1]?.pools[0]?.levy).toEqual({
      baseline: '110.00',
      scenario: '88.00',
      difference: '-22.00',
    });
  });

  it('lets single pools grow by rates of their own', async () => {
    const heard = await simulate(
      '--years',
      '2',
      '--growth',
      GROWTH,
      '--growth-of',
      'west:collections=50%',
      'east:collections=-10%',
    );
    expect(outcome(heard).years[1]?.pools.map(({ levy }) => levy.baseline)).toEqual([
      '90.00',
      '300.00',
      '330.00',
    ]);
  });

  it('says at most ten years, and names each growth that is missing or unknown', async () => {
    expectRefusal(await simulate('--years', '11', '--growth', GROWTH), ['bad_value projection.years:']);
    expectRefusal(await simulate('--years', '2', '--growth', 'collections=1%,wages=2%'), [
      'missing_field projection.growth.revenue:',
      'missing_field projection.growth.expenditure:',
      'missing_field projection.growth.insured:',
      'unknown_field projection.growth.wages:',
    ]);
    expect((await simulate('--years', 'ten', '--growth', GROWTH)).status).toBe(2);
  });
});
