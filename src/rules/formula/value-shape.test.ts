import { describe, expect, it } from 'vitest';
import { shapesOf } from '#rules/formula/value-shape';
import { inventedPack } from '#tests/support/invented-pack';

const shapes = shapesOf(inventedPack());

describe('what a formula may know of a value', () => {
  it.each([
    ['of a rate', 'care_share', { unit: 'rate', axes: [] }],
    [
      'of months, which are a count',
      'target_months',
      { unit: 'count', axes: [{ name: 'scheme', members: ['employee', 'resident'] }] },
    ],
    ['of a choice: its options', 'incentive_key', { unit: 'choice', axes: [], options: ['levy'] }],
  ])('%s', (_, name, shape) => {
    expect(shapes(name)).toStrictEqual(shape);
  });

  it.each([
    ['of a band, which has no single figure', 'target_months_band'],
    ['of what the pack does not have', 'no_such_value'],
  ])('nothing %s', (_, name) => {
    expect(shapes(name)).toBeUndefined();
  });
});
