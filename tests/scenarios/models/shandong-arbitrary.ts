/** Random provinces for the differential test of Shandong: every input is one that the rule accepts. */
import fc from 'fast-check';

import { sharingInputArbitrary } from '#tests/scenarios/models/gap-sharing-arbitrary';
import { computeShandong } from '#tests/scenarios/models/shandong-model';
import type { ShandongInput } from '#tests/scenarios/models/shandong-model';

export const shandongInputArbitrary: fc.Arbitrary<ShandongInput> = sharingInputArbitrary({
  period: fc.record({ scheme: fc.constant('employee'), year: fc.integer({ min: 2024, max: 2030 }) }),
  levyRates: ['3%', '0%', '1.5%', '4.25%', '5%', '10%'],
  fundStyles: ['empty', 'empty', 'tiny', 'some', 'rich', 'edge'],
  compute: computeShandong,
});
