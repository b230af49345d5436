import { describe, expect, it } from 'vitest';
import { aheadOf, draftOf } from '#console/rooms/scenario/projection/ahead-draft.ts';
import { floorFault, growthFault } from '#console/rooms/scenario/projection/growth-text.ts';

const growth = { collections: '5', revenue: '4.5', expenditure: '-6', insured: '0' };
const rates = { collections: '5%', revenue: '4.5%', expenditure: '-6%', insured: '0%' };

describe('the fields of the years ahead', () => {
  it('make the request, and are filled from it again', () => {
    const draft = { years: 7, growth, pools: { east: { revenue: '8' } }, floor: '6' };
    const ahead = { years: 7, growth: rates, pools: [{ id: 'east', revenue: '8%' }], floorMonths: '6' };
    expect(aheadOf(draft)).toEqual(ahead);
    expect(draftOf(ahead)).toEqual(draft);
  });

  it('leave out the pools and the floor that say nothing', () => {
    const draft = { years: 2, growth, pools: { east: { revenue: '' } }, floor: '' };
    expect(aheadOf(draft)).toEqual({ years: 2, growth: rates });
  });

  it('make none while a growth is missing or a field is no figure', () => {
    const draft = { years: 2, growth, pools: {}, floor: '' };
    expect(aheadOf(draftOf(undefined))).toBeUndefined();
    expect(aheadOf({ ...draft, growth: { ...growth, insured: '' } })).toBeUndefined();
    expect(aheadOf({ ...draft, pools: { east: { revenue: 'x' } } })).toBeUndefined();
    expect(aheadOf({ ...draft, floor: '-1' })).toBeUndefined();
  });

  it.each([
    ['', undefined],
    ['-100', undefined],
    ['100', undefined],
    ['100.1', 'outside'],
    ['-100.1', 'outside'],
    ['5%', 'notDecimal'],
    ['1.1234567', 'tooFine'],
  ])('of growth: %s is %s', (typed, fault) => {
    expect(growthFault(typed)).toBe(fault);
  });

  it.each([
    ['', undefined],
    ['6.5', undefined],
    ['-1', 'negative'],
    ['six', 'notDecimal'],
    ['1.12345', 'tooFine'],
  ])('of the floor: %s is %s', (typed, fault) => {
    expect(floorFault(typed)).toBe(fault);
  });
});
