import { describe, expect, it } from 'vitest';
import { factsOf } from '#rules/formula/condition-facts';
import type { Comparison, FormulaNode } from '#rules/formula/node';

/** Two figures, 0 and 1, and then what is said of them. */
function said(nodes: readonly Readonly<Record<string, unknown>>[], holds: boolean): readonly string[] {
  const all = [{ op: 'input' }, { op: 'input' }, ...nodes].map((node) => ({ args: [], ...node }));
  const graph = { node: (index: number) => all[index] as unknown as FormulaNode | undefined };
  return factsOf(graph, all.length - 1, holds).map(
    ({ low, high, isBelow }) => `${low} ${isBelow ? '<' : '<='} ${high}`,
  );
}

const compare = (comparison: Comparison): Readonly<Record<string, unknown>> => ({
  op: 'compare',
  comparison,
  args: [0, 1],
});

describe('what a condition says of figures', () => {
  it.each<[Comparison, readonly string[], readonly string[]]>([
    ['below', ['0 < 1'], ['1 <= 0']],
    ['at_most', ['0 <= 1'], ['1 < 0']],
    ['above', ['1 < 0'], ['0 <= 1']],
    ['at_least', ['1 <= 0'], ['0 < 1']],
    ['equals', ['0 <= 1', '1 <= 0'], []],
  ])('%s, where it holds and where it does not', (comparison, where, whereNot) => {
    expect(said([compare(comparison)], true)).toEqual(where);
    expect(said([compare(comparison)], false)).toEqual(whereNot);
    expect(said([compare(comparison), { op: 'not', args: [2] }], true)).toEqual(whereNot);
    expect(said([compare(comparison), { op: 'not', args: [2] }], false)).toEqual(where);
  });

  it('both of two hold where their and does, neither where their or does not', () => {
    const both = [compare('below'), compare('above')];
    expect(said([...both, { op: 'and', args: [2, 3] }], true)).toEqual(['0 < 1', '1 < 0']);
    expect(said([...both, { op: 'and', args: [2, 3] }], false)).toEqual([]);
    expect(said([...both, { op: 'or', args: [2, 3] }], false)).toEqual(['1 <= 0', '0 <= 1']);
    expect(said([...both, { op: 'or', args: [2, 3] }], true)).toEqual([]);
  });

  it('what is said twice is told once', () => {
    expect(said([compare('below'), { op: 'and', args: [2, 2] }], true)).toEqual(['0 < 1']);
  });

  it('a truth of the row says nothing', () => {
    expect(said([{ op: 'input' }], true)).toEqual([]);
    expect(factsOf({ node: () => undefined }, 0, true)).toEqual([]);
  });
});
