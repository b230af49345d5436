import { describe, expect, it } from 'vitest';
import {
  faultOf,
  figureText,
  typedText,
  type FigureFault,
  type Judged,
} from '#console/rooms/scenario/figure-text.ts';

const label = { zh: '上限', en: 'limit' };
const rate: Judged = { unit: 'rate', bound: { high: '5%', label, cite: ['C-1'] } };
const months: Judged = { unit: 'month', bound: { low: '4', high: '9', label, cite: [] } };

describe('a typed figure', () => {
  it.each([
    [rate, '', undefined],
    [rate, '5', undefined],
    [rate, '4.999999', undefined],
    [rate, '5.000001', 'outside'],
    [rate, '0.0000001', 'tooFine'],
    [rate, '-1', 'notDecimal'],
    [rate, '5%', 'notDecimal'],
    [rate, '1e2', 'notDecimal'],
    [{ unit: 'rate' }, '100', undefined],
    [{ unit: 'rate' }, '100.01', 'aboveWhole'],
    [months, '4', undefined],
    [months, '3.9999', 'outside'],
    [months, '9.0001', 'outside'],
    [months, '4.00001', 'tooFine'],
  ] as readonly (readonly [Judged, string, FigureFault | undefined])[])(
    'of %j: %s is %s',
    (value, typed, fault) => {
      expect(faultOf(value, typed)).toBe(fault);
    },
  );

  it('carries the sign of its unit in the contract only', () => {
    expect([figureText('rate', '8'), figureText('month', '9')]).toEqual(['8%', '9']);
    expect([typedText('rate', '8%'), typedText('month', '9')]).toEqual(['8', '9']);
  });
});
