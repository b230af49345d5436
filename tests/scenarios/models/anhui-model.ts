/**
 * Reference model of the provincial adjustment in Anhui: an oracle, written from the readings
 * and AH-R1 to AH-R4 and the command contract alone. It shares no code with the product on purpose.
 */
import { computeSharing } from '#tests/scenarios/models/gap-sharing-model';
import type { GapCause, SharingInput, SharingPoolInput } from '#tests/scenarios/models/gap-sharing-model';
import { fenOf, fractionOf, ModelRefusal, sum } from '#tests/scenarios/models/model-arithmetic';
import type { Fraction, ModelResult } from '#tests/scenarios/models/model-arithmetic';
import { checkYear } from '#tests/scenarios/models/model-input';

export type AnhuiPoolInput = SharingPoolInput;
export type AnhuiInput = SharingInput<AnhuiPoolInput>;

/** AH-R3. */
const ACCEPTED_CAUSES: readonly GapCause[] = ['policy', 'emergency', 'proper', 'dependency'];

/** AH-R2: no levy at all from an opening balance of 10% of last year's collections of the province. */
const isPaused = (input: AnhuiInput): boolean => {
  const collected = sum(
    input.pools.map((pool, index) => fenOf(pool.priorCollections, `pools[${index}].priorCollections`)),
  );
  return fenOf(input.fund.openingBalance, 'fund.openingBalance') * 10n >= collected;
};

const levyRateOf = (input: AnhuiInput): Fraction => {
  const inForce = fractionOf(input.values?.levy_rate ?? '5%', '%', 'values.levy_rate');
  // AH-R1: at most 5%.
  if (inForce.over * 20n > inForce.under) throw new ModelRefusal('rate_above_limit', 'values.levy_rate');
  return isPaused(input) ? { over: 0n, under: 100n } : inForce;
};

export const computeAnhui = (input: AnhuiInput): ModelResult => {
  // residents from 2025, employees from 2026.
  checkYear(input, { resident: 2025, employee: 2026 });
  return computeSharing(input, {
    levyRate: levyRateOf(input),
    acceptedCauses: ACCEPTED_CAUSES,
    capOf: () => undefined,
  });
};
