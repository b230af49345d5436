import { describe, expect, it } from 'vitest';
import type { FormulaUnit, Operation } from '#rules/formula/node';
import { readFormula } from '#rules/formula/read-formula';

const text = { zh: '文', en: 'text' };
const refusal = { code: 'c', field: 'f', what: text, next: text };
const plain = ['add', 'subtract', 'timesRate', 'timesCount', 'min', 'max', 'clamp'] as const;
const others = ['and', 'or', 'not', 'daysBetween', 'fullYears'] as const;
const operations: readonly Operation[] = [
  { op: 'input', field: 'f' },
  { op: 'value', value: 'v' },
  { op: 'lookup', value: 'v', axes: ['a'] },
  { op: 'constant', text: '1' },
  { op: 'if' },
  { op: 'round', rounding: 'half_up' },
  { op: 'mulDiv', rounding: 'down' },
  ...(['below', 'at_most', 'equals', 'at_least', 'above'] as const).map((comparison): Operation => ({
    op: 'compare',
    comparison,
  })),
  { op: 'match', cases: ['a'], otherwise: true },
  { op: 'match', cases: [], otherwise: false },
  { op: 'assert', refusal },
  { op: 'marginal', bands: 2 },
  { op: 'running', total: 't' },
  { op: 'exceptions', exceptions: ['e'] },
  ...[...plain, ...others].map((op): Operation => ({ op })),
];
const bare = { unit: 'fen', args: [0], cite: ['C-1'], readings: ['R-1'] } as const;
const units: readonly FormulaUnit[] = ['exact', 'rate', 'points', 'count', 'date', 'truth', 'choice'];

/** Every operator, unit and member that a formula may have; what it would reckon does not matter here. */
const WHOLE = {
  id: 'test',
  nodes: [
    ...operations.map((operation) => ({ ...operation, ...bare })),
    ...units.map((unit) => ({ op: 'if', ...bare, unit })),
    { op: 'if', ...bare, name: 'n', label: text, options: ['o'], range: { atLeast: '1', atMost: '2' } },
  ],
  outputs: { x: 0 },
  claims: [
    { claim: 'not_negative', node: 0 },
    { claim: 'at_most', node: 0, bound: 1 },
  ],
};

type Path = readonly (string | number)[];

/** The way to every member, however deep. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const within = Array.isArray(value)
    ? value.flatMap((each, at) => pathsOf(each, [...path, at]))
    : Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]));
  return [path, ...within];
}

/** The same with one member changed; it is left out where `change` gives undefined. */
function changed(value: unknown, [step, ...path]: Path, change: (member: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  const members = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(
    ([name, each]): readonly [string, unknown][] => {
      const now = name === String(step) ? changed(each, path, change) : each;
      return now === undefined ? [] : [[name, now]];
    },
  );
  return Array.isArray(value) ? members.map(([, each]) => each) : Object.fromEntries(members);
}

/** A list of texts or nodes is one place. */
const placeOf = (path: Path): string => {
  const last = path.at(-1);
  const isListed = typeof last === 'number' && path.length > 2;
  const steps = isListed ? path.slice(0, -1) : path;
  return (
    steps
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('')
      .slice(1) || '$'
  );
};

const OPTIONAL = new Set(['options', 'range']);

describe('a stored formula', () => {
  it('is read with every member that a formula can have', () => {
    expect(readFormula(WHOLE)).toEqual(WHOLE);
  });

  it('is refused at the first member that is of another kind', () => {
    for (const path of pathsOf(WHOLE)) {
      for (const other of [null, 7.5, [], 'other']) {
        const spoilt = changed(WHOLE, path, () => other);
        const read = readFormula(spoilt);
        // Another text, another empty list may be read; then it is read as it stands.
        if (typeof read === 'string') expect(read).toBe(placeOf(path));
        else expect(read).toEqual(spoilt);
      }
      const isRead = typeof readFormula(changed(WHOLE, path, () => null)) !== 'string';
      expect(isRead, placeOf(path)).toBe(false);
    }
  });

  it('is refused where a member that it needs is missing', () => {
    for (const path of pathsOf(WHOLE)) {
      const last = path.at(-1);
      if (typeof last !== 'string' || (path[0] === 'outputs' && path.length > 1)) continue;
      const read = readFormula(changed(WHOLE, path, () => undefined));
      if (OPTIONAL.has(last)) expect(read).not.toBeTypeOf('string');
      else expect(read).toBe(placeOf(path));
    }
  });

  it('has a name and a label, or neither', () => {
    const last = WHOLE.nodes.length - 1;
    const without = (value: unknown, member: string): unknown =>
      changed(value, ['nodes', last, member], () => undefined);
    expect(readFormula(without(WHOLE, 'label'))).toBe(`nodes[${last}].label`);
    expect(readFormula(without(WHOLE, 'name'))).toBe(`nodes[${last}].name`);
    const neither = without(without(WHOLE, 'name'), 'label');
    expect(readFormula(neither)).toEqual(neither);
  });

  it.each([[null], ['text'], [7], [[]], [undefined]])('%j is none', (json) => {
    expect(readFormula(json)).toBe('$');
  });
});
