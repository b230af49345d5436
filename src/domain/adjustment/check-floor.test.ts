import { describe, expect, it } from 'vitest';
import { planAdjustment } from '#domain/adjustment/plan';
import { replaceOnce } from '#tests/support/invented-pack';
import { packOf, pipelineValues } from '#tests/support/invented-pipelines';

const GAP_FLOORS = 'cells: { narrow: 0%, wide: 10% }';

function told(old: string, replacement: string): readonly string[] {
  const values = replaceOnce(old, replacement)(pipelineValues('gap_sharing_with_cap'));
  const pack = packOf('gap_sharing_with_cap', undefined, { 'values/pipeline.yaml': values });
  const plan = planAdjustment(pack);
  return plan.allowed ? [] : plan.refusals.map(({ code, at, what }) => `${code} ${at}: ${what.en}`);
}

describe('the lowest band begins at zero', () => {
  it('SD-R2, AH-R3: bands of gaps that do not are refused when the pack is checked, and the value is named', () => {
    expect(told(GAP_FLOORS, 'cells: { narrow: 0.01%, wide: 10% }')).toEqual([
      expect.stringMatching(
        /^bad_step packs\/yunhai\/adjustment.yaml:\d+ gap_floor: the lowest band of gap_band_floor must begin at 0%; from 2024-01-01 it begins at 0.01%$/,
      ),
    ]);
  });

  it('SD-R2, AH-R3: bands of scores likewise', () => {
    expect(told('cells: { pass: 60, fail: 0 }', 'cells: { pass: 60, fail: 30 }')).toEqual([
      expect.stringMatching(
        / score_floor: the lowest band of score_band_floor must begin at 0; .* begins at 30$/,
      ),
    ]);
  });

  it('the order in which the bands are written does not matter', () => {
    expect(told(GAP_FLOORS, 'cells: { narrow: 10%, wide: 0% }')).toEqual([]);
  });
});
