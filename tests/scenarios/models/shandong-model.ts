/**
 * Reference model of the provincial adjustment in Shandong: an oracle, written from the readings
 * and SD-R1 to SD-R4 and the command contract alone. It shares no code with the product on purpose.
 */
import { computeSharing } from '#tests/scenarios/models/gap-sharing-model';
import type { GapCause, SharingInput, SharingPoolInput } from '#tests/scenarios/models/gap-sharing-model';
import { fenOf, fractionOf } from '#tests/scenarios/models/model-arithmetic';
import type { ModelResult } from '#tests/scenarios/models/model-arithmetic';
import { checkYear } from '#tests/scenarios/models/model-input';

export interface ShandongPoolInput extends SharingPoolInput {
  priorLevy: string;
}

export type ShandongInput = SharingInput<ShandongPoolInput>;

/** SD-R2. */
const ACCEPTED_CAUSES: readonly GapCause[] = ['policy', 'emergency', 'proper'];

export const computeShandong = (input: ShandongInput): ModelResult => {
  // from 2024, and there is no fund of residents.
  checkYear(input, { employee: 2024 });
  return computeSharing(input, {
    levyRate: fractionOf(input.values?.levy_rate ?? '3%', '%', 'values.levy_rate'),
    acceptedCauses: ACCEPTED_CAUSES,
    // SD-R2: twice the pool's levy of last year, so nothing without one.
    capOf: (pool, place) => 2n * fenOf(pool.priorLevy, `${place}.priorLevy`),
  });
};
