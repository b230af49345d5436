import { describe, expect, it } from 'vitest';
import { boundsOf } from '#rules/formula/bounds';
import { conditionCases, holdsIn } from '#rules/formula/condition-cases';
import type { Formula, FormulaNode, FormulaUnit } from '#rules/formula/node';

const node = (op: string, unit: FormulaUnit, more: Readonly<Record<string, unknown>> = {}): FormulaNode =>
  ({ op, unit, args: [], cite: [], readings: [], ...more }) as unknown as FormulaNode;
const choice = (field: string, ...options: readonly string[]): FormulaNode =>
  node('input', 'choice', { field, options });
const value = (options: readonly string[]): FormulaNode => node('value', 'choice', { value: 'v', options });
const equals = (...args: readonly number[]): FormulaNode =>
  node('compare', 'truth', { comparison: 'equals', args });

const formulaOf = (nodes: readonly FormulaNode[]): Formula => ({
  id: 'test',
  nodes,
  outputs: {},
  claims: [],
});

/** Every case of the last node, as it is told; undefined where there are more than `most`. */
function cases(nodes: readonly FormulaNode[], most = 100): readonly string[] | undefined {
  const formula = formulaOf(nodes);
  const found = conditionCases(formula, boundsOf(formula), [nodes.length - 1], most);
  if (found === undefined) return undefined;
  const told: string[] = [];
  for (const each of found) {
    told.push([...each.values()].map(({ text }) => text.en).join(', '));
    if (told.length > most) expect.fail('more cases than were counted');
  }
  return told;
}

describe('every case of a condition comes up once', () => {
  it('each choice with each other', () => {
    expect(cases([choice('a', 'p', 'q'), choice('b', 'x', 'y', 'z'), equals(0, 1)])?.toSorted()).toEqual([
      'b = x, a = p',
      'b = x, a = q',
      'b = y, a = p',
      'b = y, a = q',
      'b = z, a = p',
      'b = z, a = q',
    ]);
  });

  it('a field that two nodes read is one, and can be any of both', () => {
    expect(cases([choice('a', 'p', 'q'), choice('a', 'q', 'r'), equals(0, 1)])).toEqual([
      'a = q',
      'a = r',
      'a = p',
    ]);
  });

  it('a value that two nodes read is two, for each may stand in another cell', () => {
    expect(cases([value(['x']), value(['x', 'y']), equals(0, 1)])).toEqual(['v = x, v = x', 'v = y, v = x']);
  });

  it('a cell of a table is a choice too', () => {
    const cell = node('lookup', 'choice', { value: 't', axes: ['k'], args: [0], options: ['x', 'y'] });
    expect(cases([choice('a', 'p'), cell, equals(1, 1)])).toEqual(['t = x', 't = y']);
  });

  it('a figure lies in one region, however many comparisons take the same constant', () => {
    const cost = node('input', 'fen', { field: 'cost' });
    const five = node('constant', 'fen', { text: '5.00' });
    const compare = (comparison: string): FormulaNode =>
      node('compare', 'truth', { comparison, args: [0, 1] });
    const both = node('and', 'truth', { args: [2, 3] });
    expect(cases([cost, five, compare('below'), compare('at_least'), both])).toEqual([
      'input#0 < 5.00',
      'input#0 = 5.00',
      'input#0 > 5.00',
    ]);
  });

  it('comparisons are told in the order of the formula', () => {
    const fee = ['a', 'b', 'c'].map((field) => node('input', 'fen', { field, name: field }));
    const below = (...args: readonly number[]): FormulaNode =>
      node('compare', 'truth', { comparison: 'below', args });
    const all = node('and', 'truth', { args: [5, 3, 4] });
    expect(cases([...fee, below(0, 1), below(1, 2), below(0, 2), all])?.[0]).toBe('a < b, b < c, a < c');
  });
});

it('as many cases as are allowed are looked through, and not one more', () => {
  const nodes = [choice('a', 'p', 'q'), choice('b', 'x', 'y', 'z'), equals(0, 1)];
  expect(cases(nodes, 6)).toHaveLength(6);
  expect(cases(nodes, 5)).toBeUndefined();
});

it('a choice that can be nothing leaves no case', () => {
  expect(cases([choice('a'), choice('b', 'x', 'y'), equals(0, 1)])).toEqual([]);
});

it('a comparison with the choice of a row that is refused neither holds nor fails', () => {
  const aided = node('input', 'truth', { field: 'aided' });
  const held = node('assert', 'choice', { args: [1, 0], options: ['p'] });
  for (const args of [
    [0, 2],
    [2, 0],
  ]) {
    const formula = formulaOf([choice('a', 'p'), aided, held, equals(...args)]);
    const told = [...(conditionCases(formula, boundsOf(formula), [3], 9) ?? [])].map((each) => [
      each.get('input aided')?.is,
      holdsIn(formula, 3, each),
    ]);
    expect(told).toEqual([
      [true, true],
      [false, undefined],
    ]);
  }
});

it('what is no truth neither holds nor fails', () => {
  const formula = formulaOf([choice('a', 'p')]);
  const [each] = conditionCases(formula, boundsOf(formula), [0], 9) ?? [];
  expect(each && holdsIn(formula, 0, each)).toBeUndefined();
  expect(each && holdsIn(formula, 9, each)).toBeUndefined();
  expect([...(conditionCases(formula, boundsOf(formula), [9], 9) ?? [])]).toEqual([new Map()]);
});
