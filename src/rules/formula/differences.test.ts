import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { addedTo, mostAbove } from '#rules/formula/differences';
import type { FormulaNode } from '#rules/formula/node';

type Op = 'input' | 'add' | 'min' | 'max' | 'clamp';
type Graph = readonly (readonly [Op, ...number[]])[];

/** A graph by hand; what may be negative and what is in order are told by the figures of some rows. */
function graphOf(graph: Graph, rows: readonly (readonly number[])[]) {
  const figures = rows.map((row) => figuresOf(graph, row));
  const holds = (test: (row: readonly number[]) => boolean): boolean => figures.every(test);
  return {
    figures,
    ordered: {
      node: (index: number): FormulaNode | undefined => {
        const found = graph[index];
        if (found === undefined) return undefined;
        const [op, ...args] = found;
        return { op, args, unit: 'fen', cite: [], readings: [] } as unknown as FormulaNode;
      },
      isNotNegative: (node: number): boolean => holds((row) => at(row, node) >= 0),
      isAtMost: (node: number, bound: number): boolean => holds((row) => at(row, node) <= at(row, bound)),
    },
  };
}

function at(row: readonly number[], node: number): number {
  return present(row[node], `the figure ${node}`);
}

function figuresOf(graph: Graph, row: readonly number[]): readonly number[] {
  const figures: number[] = [];
  for (const [index, [op, ...args]] of graph.entries()) {
    const [a = 0, b = 0, c = 0] = args.map((arg) => at(figures, arg));
    if (op === 'input') figures.push(row[index] ?? 0);
    else if (op === 'add') figures.push(args.reduce((sum, arg) => sum + at(figures, arg), 0));
    else if (op === 'min') figures.push(Math.min(a, b));
    else if (op === 'max') figures.push(Math.max(a, b));
    else figures.push(Math.max(b, Math.min(a, c)));
  }
  return figures;
}

/** x, part, cap and floor, then x + part; the same two held by each operator. */
const BASE: Graph = [['input'], ['input'], ['input'], ['input'], ['add', 0, 1]];
const [X, PART, CAP, FLOOR, SUM] = [0, 1, 2, 3, 4] as const;
const ROWS = [
  [5, 2, 6, 1],
  [0, 0, 0, 0],
  [9, 4, 3, 2],
] as const;

function most(more: Graph, from: number, to: number, rows: readonly (readonly number[])[] = ROWS) {
  return mostAbove(graphOf([...BASE, ...more], rows).ordered, from, to);
}

describe('what a sum adds to one of its parts', () => {
  const { ordered } = graphOf([...BASE, ['add', X, PART, PART], ['min', X, PART]], ROWS);

  it('is all of its other addends, each as often as it is added', () => {
    expect(addedTo(ordered, X, SUM)).toEqual([PART]);
    expect(addedTo(ordered, PART, SUM)).toEqual([X]);
    expect(addedTo(ordered, PART, 5)).toEqual([X, PART]);
  });

  it('is not known of what is no sum, or holds another figure', () => {
    expect(addedTo(ordered, CAP, SUM)).toBeUndefined();
    expect(addedTo(ordered, X, 6)).toBeUndefined();
    expect(addedTo(ordered, X, 99)).toBeUndefined();
  });
});

describe('how far a figure can lie above another', () => {
  it('is nothing above itself, and the other addends above an addend, where none is negative', () => {
    expect(most([], X, X)).toEqual([]);
    expect(most([], X, SUM)).toEqual([PART]);
    expect(most([], X, SUM, [[5, -1, 0, 0]])).toBeUndefined();
    expect(most([['add', X, PART, CAP]], X, 5, [[5, -1, 2, 0]])).toBeUndefined();
    expect(most([], SUM, X)).toBeUndefined();
  });

  it.each(['min', 'max'] as const)('is held by the same %s on both sides, wherever it stands', (op) => {
    const held: Graph = [
      [op, X, CAP],
      [op, SUM, CAP],
      [op, CAP, X],
      [op, CAP, SUM],
    ];
    for (const from of [5, 7]) for (const to of [6, 8]) expect(most(held, from, to)).toEqual([PART]);
    expect(most(held, 6, 5)).toBeUndefined();
  });

  it('is not known where two figures are held by others, or by another operator', () => {
    expect(
      most(
        [
          ['min', X, CAP],
          ['min', SUM, FLOOR],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(
      most(
        [
          ['min', X, CAP],
          ['max', SUM, CAP],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(
      most(
        [
          ['max', X, CAP],
          ['min', SUM, CAP],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(most([['min', X, CAP]], 5, SUM)).toBeUndefined();
    expect(most([['min', SUM, CAP]], X, 5)).toBeUndefined();
    expect(most([['max', X, CAP], ['input']], 5, 6)).toBeUndefined();
  });

  it('is held between the same bounds, where these are in order', () => {
    const held: Graph = [
      ['clamp', X, FLOOR, CAP],
      ['clamp', SUM, FLOOR, CAP],
    ];
    expect(most(held, 5, 6)).toEqual([PART]);
    expect(most(held, 5, 6, [[5, 2, 1, 6]])).toBeUndefined();
    expect(
      most(
        [
          ['clamp', X, FLOOR, CAP],
          ['clamp', SUM, PART, CAP],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(
      most(
        [
          ['clamp', X, FLOOR, CAP],
          ['clamp', SUM, FLOOR, PART],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(
      most(
        [
          ['clamp', X, FLOOR, CAP],
          ['min', SUM, CAP],
        ],
        5,
        6,
      ),
    ).toBeUndefined();
    expect(most([['clamp', X, FLOOR, CAP]], 5, 99)).toBeUndefined();
    expect(
      most(
        [
          ['min', SUM, CAP],
          ['clamp', X, FLOOR, CAP],
        ],
        6,
        5,
      ),
    ).toBeUndefined();
  });

  it('is seen through what is held twice', () => {
    const held: Graph = [
      ['min', X, CAP],
      ['min', SUM, CAP],
      ['max', 5, FLOOR],
      ['max', FLOOR, 6],
    ];
    expect(most(held, 7, 8)).toEqual([PART]);
  });

  it('is never less than what some row shows', () => {
    const operation = fc.oneof(
      fc.tuple(fc.constantFrom<Op>('add', 'min', 'max'), fc.nat(), fc.nat()),
      fc.tuple(fc.constant<Op>('clamp'), fc.nat(), fc.nat(), fc.nat()),
    );
    const row = fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 8 }),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        (ops, rows) => {
          const graph: Graph = [
            ...BASE,
            ...ops.map(([op, ...args], index): Graph[number] => [
              op,
              ...args.map((arg) => arg % (5 + index)),
            ]),
          ];
          const { ordered, figures } = graphOf(graph, rows);
          for (const from of graph.keys()) {
            for (const to of graph.keys()) {
              const found = mostAbove(ordered, from, to);
              if (found === undefined) continue;
              for (const each of figures) {
                expect(found.every((node) => at(each, node) >= 0)).toBe(true);
                const bound = found.reduce((sum, node) => sum + at(each, node), 0);
                expect(at(each, to) - at(each, from)).toBeLessThanOrEqual(bound);
              }
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
