import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import type { Pack } from '#rules/pack/pack';
import { jiangxiInputArbitrary } from '#tests/scenarios/models/jiangxi-arbitrary';
import { canonicalise, computeJiangxi } from '#tests/scenarios/models/jiangxi-model';
import { loadTestPack } from '#tests/support/load-test-pack';

/** Provinces in each run; long runs set TONGCHOU_PROVINCES. */
const PROVINCES = Number.parseInt(process.env['TONGCHOU_PROVINCES'] ?? '500', 10);

describe('the adjustment of random provinces', () => {
  let pack: Pack;
  beforeAll(async () => {
    pack = await loadTestPack('jiangxi');
  });

  it('JX-2.1…JX-2.5: equals an independent model to the fen', () => {
    fc.assert(
      fc.property(jiangxiInputArbitrary, (input) => {
        const request = checkShape(adjustmentRequestSchema, input);
        if (!request.allowed) throw new Error(JSON.stringify(request.refusals));
        const output = proposeAdjustment(pack, request.value);
        if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
        expect(canonicalise(output.value)).toEqual(canonicalise(computeJiangxi(input)));
      }),
      { numRuns: PROVINCES },
    );
  });
});
