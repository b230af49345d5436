import { describe, expect, it } from 'vitest';
import { readAhead } from '#console/app/ahead-search.ts';

const growth = { collections: '5%', revenue: '5%', expenditure: '6%', insured: '0%' };
const ahead = { years: 10, growth, pools: [{ id: 'east', expenditure: '8%' }], floorMonths: '6' };

describe('the years ahead in an address', () => {
  it('are read as they are', () => {
    expect(readAhead(ahead)).toEqual(ahead);
    expect(readAhead({ years: 1, growth })).toEqual({ years: 1, growth });
  });

  it('lose what has no name of theirs', () => {
    expect(readAhead({ ...ahead, growth: { ...growth, wages: '1%' }, other: 1 })).toEqual(ahead);
  });

  it.each([
    undefined,
    'ten',
    { years: 11, growth },
    { years: 2.5, growth },
    { years: 2 },
    { years: 2, growth: { revenue: '5%' } },
    { years: 2, growth, pools: ['east'] },
  ])('are not there in %j', (value) => {
    expect(readAhead(value)).toBeUndefined();
  });
});
