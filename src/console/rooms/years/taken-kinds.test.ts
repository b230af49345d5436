import { expect, test } from 'vitest';
import { takenKinds } from '#console/rooms/years/taken-kinds.ts';

const ALL = ['emergency', 'adoption', 'handover', 'assessment', 'remittance', 'funding'] as const;
const step = (mechanism: string, name = 'share', filledWith: readonly string[] = []) => ({
  mechanism,
  arguments: [{ name, filledWith: [...filledWith] }],
  cite: [],
  readings: [],
});
const taken = (...steps: ReturnType<typeof step>[]): readonly string[] =>
  takenKinds([{}, { pipeline: { cite: [], readings: [], steps } }], ALL);

test('JX-2.3.2, JH-4.7-a, JH-4.7-e: only matters that the pipeline uses are offered', () => {
  expect(taken(step('levy'), step('emergency'))).toEqual(['emergency', 'adoption', 'assessment']);
  expect(taken(step('full_pooling'))).toEqual([
    'adoption',
    'handover',
    'assessment',
    'remittance',
    'funding',
  ]);
  expect(taken(step('residual', 'order', ['legacy_balance']))).toEqual([
    'adoption',
    'handover',
    'assessment',
  ]);
});

test('all are offered while the policy is not known', () => {
  expect(takenKinds([], ALL)).toEqual(ALL);
});
