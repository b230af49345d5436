import { describe, expect, it } from 'vitest';
import { compareQuantities, parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';

function read(unit: Unit, text: string, options?: readonly string[]): Quantity {
  const quantity = parseQuantity(unit, text, options);
  if (typeof quantity === 'string') throw new Error(`${text}: ${quantity}`);
  return quantity;
}

describe('figures of one unit are ordered by their size', () => {
  it.each<[Unit, string, string]>([
    ['fen', '999.99', '1000.00'],
    ['rate', '9.99%', '10%'],
    ['points', '2.5', '12'],
    ['month', '6', '6.0001'],
  ])('%s: %s is below %s', (unit, less, more) => {
    const [a, b] = [read(unit, less), read(unit, more)];
    expect(Math.sign(compareQuantities(a, b))).toBe(-1);
    expect(Math.sign(compareQuantities(b, a))).toBe(1);
    expect(compareQuantities(a, read(unit, less))).toBe(0);
  });

  it('no choice is above another', () => {
    const options = ['levy', 'balance'];
    expect(compareQuantities(read('choice', 'levy', options), read('choice', 'balance', options))).toBe(0);
  });
});

describe('what is no figure of its unit is told by what keeps it from being one', () => {
  it.each<[Unit, string, readonly string[] | undefined, string]>([
    ['fen', '-1.00', undefined, 'negative'],
    ['month', '6.00001', undefined, 'too_many_decimals'],
    ['rate', '0.5', undefined, 'no_percent_sign'],
    ['choice', 'half', ['levy', 'balance'], 'not_an_option'],
    ['choice', 'half', undefined, 'not_an_option'],
  ])('%s %s', (unit, text, options, fault) => {
    expect(parseQuantity(unit, text, options)).toBe(fault);
  });
});
