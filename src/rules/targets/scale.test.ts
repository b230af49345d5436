import { describe, expect, it } from 'vitest';
import { rational } from '#kernel/rational';
import type { FormulaNode } from '#rules/formula/node';
import { finest, scaledSize, scaleOf } from '#rules/targets/scale';

const node = (members: Readonly<Record<string, unknown>>): FormulaNode =>
  ({ unit: 'fen', args: [], cite: [], readings: [], ...members }) as unknown as FormulaNode;
/** The scale of a node whose arguments have these scales. */
const scale = (members: Readonly<Record<string, unknown>>, ...scales: readonly bigint[]): bigint => {
  const args = scales.map((_, at) => at);
  return scaleOf(
    node({ args, ...members }),
    scales.map((each) => ({ scale: each })),
  ).scale;
};

describe('a figure is held as a whole number of a part of its unit', () => {
  it.each([
    ['fen', 1n],
    ['rate', 1_000_000n],
    ['count', 10_000n],
    ['points', 10_000n],
    ['date', 1n],
    ['truth', 1n],
    ['choice', 1n],
  ])('a given %s of 1/%s', (unit, expected) => {
    for (const op of ['input', 'value', 'lookup']) expect(scale({ op, unit })).toBe(expected);
  });

  it.each([
    ['fen', '1.05', 1n],
    ['rate', '5%', 100n],
    ['rate', '12.5%', 1000n],
    ['rate', '100%', 1n],
    ['count', '12', 1n],
    ['count', '0.5', 10n],
    ['points', '4.25', 100n],
    ['date', '2024-01-01', 1n],
    ['truth', 'true', 1n],
    ['choice', 'p', 1n],
    ['fen', 'none', 1n],
  ])('a constant %s of %s as finely as it is written', (unit, text, expected) => {
    expect(scale({ op: 'constant', unit, text })).toBe(expected);
  });

  it('a product as finely as all its factors together', () => {
    expect(scale({ op: 'timesRate', unit: 'exact' }, 1n, 1_000_000n)).toBe(1_000_000n);
    expect(scale({ op: 'timesCount', unit: 'count' }, 100n, 10_000n)).toBe(1_000_000n);
  });

  it.each(['add', 'subtract', 'min', 'max', 'clamp'])('%s as the finest of its figures', (op) => {
    expect(scale({ op, unit: 'exact' }, 10n, 1000n, 100n)).toBe(1000n);
  });

  it('a scale as its finest rate', () => {
    expect(scale({ op: 'marginal', bands: 2 }, 1n, 1n, 1n, 100n, 1000n)).toBe(1000n);
    expect(scale({ op: 'marginal', bands: 1 }, 9n, 9n, 100n)).toBe(100n);
  });

  it('a choice as the finest of its results, whatever decides', () => {
    expect(scale({ op: 'if' }, 1_000_000n, 10n, 100n)).toBe(100n);
    expect(scale({ op: 'assert' }, 1_000_000n, 10n)).toBe(10n);
    expect(scale({ op: 'match', cases: ['p'], otherwise: true }, 1_000_000n, 10n, 100n)).toBe(100n);
    expect(scale({ op: 'exceptions', exceptions: ['e'] }, 10n, 1_000_000n, 100n)).toBe(100n);
  });

  it.each(['round', 'mulDiv', 'daysBetween', 'fullYears', 'running', 'compare', 'not'])(
    '%s as whole numbers',
    (op) => {
      expect(scale({ op }, 1000n, 1000n, 1000n)).toBe(1n);
    },
  );
});

it('the finest of none is one', () => {
  expect(finest([])).toBe(1n);
});

it.each([
  [rational(-7n), rational(3n), 1n, 7n],
  [rational(-3n), rational(7n), 1n, 7n],
  [rational(0n), rational(7n), 100n, 700n],
  [rational(0n), rational(1n, 3n), 1n, 1n],
  [rational(-4n, 3n), rational(1n), 10n, 14n],
  [rational(0n), rational(2n), 1n, 2n],
])('the greatest size from %o to %o in parts of 1/%s is %s, rounded up', (low, high, parts, size) => {
  expect(scaledSize({ low, high }, parts)).toBe(size);
});
