import { expect, it } from 'vitest';
import { sizeText } from '#rules/formula/figure';
import type { FormulaNode, FormulaUnit } from '#rules/formula/node';
import { givenRange } from '#rules/formula/unit-ranges';

const text = (unit: FormulaUnit, range?: FormulaNode['range']): string => {
  const found = givenRange({ unit, ...(range === undefined ? {} : { range }) });
  return found === undefined ? 'none' : `${sizeText(unit, found.low)} to ${sizeText(unit, found.high)}`;
};

it.each<[FormulaUnit, string]>([
  ['fen', '0.00 to 10,000,000.00'],
  ['rate', '0% to 100%'],
  ['points', '0 to 100'],
  ['count', '0 to 10000'],
  ['date', '1900-01-01 to 2199-12-31'],
  ['exact', 'none'],
  ['truth', 'none'],
  ['choice', 'none'],
])('a figure of unit %s that is given lies within %s where its node says nothing else', (unit, range) => {
  expect(text(unit)).toBe(range);
});

it('a node narrows it, or widens it', () => {
  expect(text('fen', { atLeast: '1.00', atMost: '2.00' })).toBe('1.00 to 2.00');
  expect(text('count', { atLeast: '3', atMost: '20000' })).toBe('3 to 20000');
});

it('a range with an end that is no figure of the unit is none', () => {
  expect(text('fen', { atLeast: '1.00', atMost: '2%' })).toBe('none');
  expect(text('fen', { atLeast: '1%', atMost: '2.00' })).toBe('none');
});
