/**
 * Random provinces for the differential test of Anhui: every input is one that the rule accepts. Some state
 * last year's levy of each pool, a known field that Anhui does not need.
 */
import fc from 'fast-check';

import { computeAnhui } from '#tests/scenarios/models/anhui-model';
import type { AnhuiInput, AnhuiPoolInput } from '#tests/scenarios/models/anhui-model';
import { sharingInputArbitrary } from '#tests/scenarios/models/gap-sharing-arbitrary';
import { onceIn } from '#tests/scenarios/models/model-arbitrary';

const drawnArbitrary = sharingInputArbitrary({
  period: fc.oneof(
    fc.record({ scheme: fc.constant('resident'), year: fc.integer({ min: 2025, max: 2030 }) }),
    fc.record({ scheme: fc.constant('employee'), year: fc.integer({ min: 2026, max: 2030 }) }),
  ),
  levyRates: ['5%', '0%', '1.25%', '2.5%', '3%', '4.99%'],
  fundStyles: ['empty', 'empty', 'tiny', 'some', 'edge', 'pause', 'pause', 'paused'],
  compute: computeAnhui,
});

const withoutPriorLevy = (pool: AnhuiPoolInput & { priorLevy?: string }): AnhuiPoolInput => {
  const copy = { ...pool };
  delete copy.priorLevy;
  return copy;
};

export const anhuiInputArbitrary: fc.Arbitrary<AnhuiInput> = fc
  .tuple(drawnArbitrary, onceIn(4))
  .map(([input, keepPriorLevy]) =>
    keepPriorLevy ? input : { ...input, pools: input.pools.map(withoutPriorLevy) },
  );
