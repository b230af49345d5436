import { describe, expect, test } from 'vitest';
import type { ExplainedNode } from '#console/api/queries.ts';
import { citedBelow, indexNodes, inputsOf, subjectOf } from '#console/explanation/tree.ts';

function node(id: string, inputs: readonly string[], cite: readonly string[] = []): ExplainedNode {
  return {
    id,
    label: { zh: id, en: id },
    value: { kind: 'none' },
    cite: [...cite],
    readings: [],
    assumptions: [],
    inputs: [...inputs],
  };
}

const after = node('balance-after/a', ['balance-before/a', 'levy/a', 'levy/a', 'absent']);
const nodes = [
  node('rate', [], ['JX-2.2.3']),
  node('base', []),
  node('levy/a', ['base', 'rate'], ['JX-2.2.2', 'JX-2.2.3']),
  node('balance-before/a', ['base'], ['JX-2.1']),
  after,
];
const index = indexNodes(nodes);

describe('the tree below a figure', () => {
  test('has each input once, in the order of the formula', () => {
    expect(inputsOf(index, after).map((input) => input.id)).toEqual(['balance-before/a', 'levy/a']);
  });

  test('names every clause that lies below, nearest first and each once', () => {
    expect(citedBelow(index, after, (input) => input.cite)).toEqual(['JX-2.1', 'JX-2.2.2', 'JX-2.2.3']);
  });

  test('does not repeat what the figure itself cites', () => {
    const levy = index.get('levy/a') ?? after;
    expect(citedBelow(index, levy, (input) => input.cite)).toEqual([]);
  });

  test('ends even where figures are shared', () => {
    const shared = indexNodes([node('c', []), node('b', ['c']), node('a', ['b', 'c'], ['X'])]);
    expect(citedBelow(shared, node('a', ['b', 'c']), (input) => input.cite)).toEqual([]);
  });
});

test('the last part of an id names the pool that the figure is about', () => {
  expect(subjectOf('burden/local_treasury/xinyu')).toBe('xinyu');
  expect(subjectOf('inflow-left')).toBe('inflow-left');
});
