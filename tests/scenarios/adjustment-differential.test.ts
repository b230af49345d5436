import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import type { Pack } from '#rules/pack/pack';
import { anhuiInputArbitrary } from '#tests/scenarios/models/anhui-arbitrary';
import { computeAnhui } from '#tests/scenarios/models/anhui-model';
import { jiangxiInputArbitrary } from '#tests/scenarios/models/jiangxi-arbitrary';
import { computeJiangxi } from '#tests/scenarios/models/jiangxi-model';
import { jinhuaInputArbitrary } from '#tests/scenarios/models/jinhua-arbitrary';
import { computeJinhua } from '#tests/scenarios/models/jinhua-model';
import { canonicalise } from '#tests/scenarios/models/model-arithmetic';
import { shandongInputArbitrary } from '#tests/scenarios/models/shandong-arbitrary';
import { computeShandong } from '#tests/scenarios/models/shandong-model';
import { sichuanInputArbitrary } from '#tests/scenarios/models/sichuan-arbitrary';
import { computeSichuan } from '#tests/scenarios/models/sichuan-model';
import { loadTestPack } from '#tests/support/load-test-pack';

/** Provinces per place in each run; long runs set TONGCHOU_PROVINCES. */
const PROVINCES = Number.parseInt(process.env['TONGCHOU_PROVINCES'] ?? '300', 10);

type Result = Parameters<typeof canonicalise>[0];

/** A place's random provinces, and the model that reckons them with nothing of the product's code. */
function place<Input>(
  id: string,
  clauses: string,
  inputs: fc.Arbitrary<Input>,
  compute: (input: Input) => Result,
): { readonly id: string; readonly clauses: string; readonly cases: fc.Arbitrary<[unknown, () => Result]> } {
  return { id, clauses, cases: inputs.map((input) => [input, () => compute(input)]) };
}

const PLACES = [
  place('jiangxi', 'JX-2.1, JX-2.2.1, JX-2.3.1, JX-2.5', jiangxiInputArbitrary, computeJiangxi),
  place('sichuan', 'SC-2.2-a, SC-2.2-d, SC-2.2-e, SC-2.2-f', sichuanInputArbitrary, computeSichuan),
  place('anhui', 'AH-1.5-b, AH-1.5-d, AH-1.5-f', anhuiInputArbitrary, computeAnhui),
  place('shandong', 'SD-3.4-a, SD-3.4-c, SD-3.4-d', shandongInputArbitrary, computeShandong),
  place('jinhua', 'JH-4.7-a, JH-4.7-d, JH-4.7-e, JH-4.8', jinhuaInputArbitrary, computeJinhua),
];

describe.each(PLACES)('the adjustment of random provinces by the pack $id', ({ id, clauses, cases }) => {
  let pack: Pack;
  beforeAll(async () => {
    pack = await loadTestPack(id);
  });

  it(`${clauses}: equals an independent model to the fen`, () => {
    fc.assert(
      fc.property(cases, ([input, compute]) => {
        const request = checkShape(adjustmentRequestSchema, input);
        if (!request.allowed) throw new Error(JSON.stringify(request.refusals));
        const output = proposeAdjustment(pack, request.value);
        if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
        expect(canonicalise(output.value)).toEqual(canonicalise(compute()));
      }),
      { numRuns: PROVINCES },
    );
  });
});
