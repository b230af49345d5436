import { describe, expect, it } from 'vitest';
import type { FormulaNode, FormulaUnit, Operation } from '#rules/formula/node';
import { unitFault } from '#rules/formula/unit-rules';

const UNITS: readonly FormulaUnit[] = ['fen', 'exact', 'rate', 'points', 'count', 'date', 'truth', 'choice'];
const GIVEN = UNITS.filter((unit) => unit !== 'exact');

/** All lists of up to three units. */
const LISTS: readonly (readonly FormulaUnit[])[] = [
  [],
  ...UNITS.flatMap((a) => [[a], ...UNITS.flatMap((b) => [[a, b], ...UNITS.map((c) => [a, b, c])])]),
];

const signature = (args: readonly string[], unit: string): string => [...args, '>', unit].join(' ');

const nodeOf = (operation: Operation, unit: FormulaUnit): FormulaNode => ({
  ...operation,
  unit,
  args: [],
  cite: [],
  readings: [],
});

/** Every signature with up to three arguments that an operation accepts. */
const accepted = (operation: Operation): readonly string[] =>
  UNITS.flatMap((unit) => {
    const node = nodeOf(operation, unit);
    const fitting = LISTS.filter((args) => unitFault(node, args) === undefined);
    return fitting.map((args) => signature(args, unit));
  });

const same = (units: readonly FormulaUnit[], ...counts: readonly number[]): readonly string[] =>
  counts.flatMap((count) => units.map((unit) => signature(Array<string>(count).fill(unit), unit)));
const of = (units: readonly FormulaUnit[], write: (unit: FormulaUnit) => string): readonly string[] =>
  units.map(write);

const ORDERED = ['fen', 'exact', 'rate', 'count', 'date'] as const;
const SIZED = [...ORDERED, 'points'] as const;
const refusal = { code: 'c', field: 'f', what: { zh: '', en: '' }, next: { zh: '', en: '' } };

describe('an operator takes exactly these units and gives exactly these', () => {
  it.each<[string, Operation, readonly string[]]>([
    ['a field of the row is of any unit but unrounded money', { op: 'input', field: 'f' }, same(GIVEN, 0)],
    ['a pack value likewise', { op: 'value', value: 'v' }, of(GIVEN, (unit) => `> ${unit}`)],
    ['a constant likewise', { op: 'constant', text: 't' }, of(GIVEN, (unit) => `> ${unit}`)],
    [
      'a cell is found by one choice for each axis',
      { op: 'lookup', value: 'v', axes: ['a', 'b'] },
      of(GIVEN, (unit) => `choice choice > ${unit}`),
    ],
    ['a sum is of one unit', { op: 'add' }, same(['fen', 'exact', 'rate', 'count'], 2, 3)],
    ['a difference of rates would be points', { op: 'subtract' }, same(['fen', 'exact', 'count'], 2)],
    ['money by a rate is unrounded', { op: 'timesRate' }, ['fen rate > exact', 'exact rate > exact']],
    [
      'money a number of times is unrounded, a count of counts a count',
      { op: 'timesCount' },
      ['fen count > exact', 'exact count > exact', 'count count > count'],
    ],
    ['only unrounded money is rounded', { op: 'round', rounding: 'down' }, ['exact > fen']],
    ['the smaller of what has an order', { op: 'min' }, same(ORDERED, 2)],
    ['the larger of what has an order', { op: 'max' }, same(ORDERED, 2)],
    ['bounds of what has an order', { op: 'clamp' }, same(ORDERED, 3)],
    [
      'an order is asked of figures of one unit that has one',
      { op: 'compare', comparison: 'at_most' },
      of(SIZED, (unit) => `${unit} ${unit} > truth`),
    ],
    [
      'equality is asked of any two of one unit',
      { op: 'compare', comparison: 'equals' },
      of(UNITS, (unit) => `${unit} ${unit} > truth`),
    ],
    ['and joins two truths or more', { op: 'and' }, ['truth truth > truth', 'truth truth truth > truth']],
    ['or joins two truths or more', { op: 'or' }, ['truth truth > truth', 'truth truth truth > truth']],
    ['not turns one truth', { op: 'not' }, ['truth > truth']],
    [
      'both results of a condition are alike',
      { op: 'if' },
      of(UNITS, (unit) => `truth ${unit} ${unit} > ${unit}`),
    ],
    [
      'an assertion passes its value on',
      { op: 'assert', refusal },
      of(UNITS, (unit) => `truth ${unit} > ${unit}`),
    ],
    [
      'a match has one result for each case',
      { op: 'match', cases: ['a', 'b'], otherwise: false },
      of(UNITS, (unit) => `choice ${unit} ${unit} > ${unit}`),
    ],
    [
      'and one more for all the rest',
      { op: 'match', cases: ['a'], otherwise: true },
      of(UNITS, (unit) => `choice ${unit} ${unit} > ${unit}`),
    ],
    [
      'an exception has a condition and a result of the unit of the base',
      { op: 'exceptions', exceptions: ['a'] },
      of(UNITS, (unit) => `${unit} truth ${unit} > ${unit}`),
    ],
    [
      'fen times one figure by another of its unit is fen',
      { op: 'mulDiv', rounding: 'down' },
      ['fen fen fen > fen', 'fen count count > fen'],
    ],
    ['a scale of one band', { op: 'marginal', bands: 1 }, ['fen fen rate > exact']],
    ['a scale without a band is none', { op: 'marginal', bands: 0 }, []],
    ['days between two dates are a count', { op: 'daysBetween' }, ['date date > count']],
    ['full years between two dates are a count', { op: 'fullYears' }, ['date date > count']],
    ['a running total is of whole fen', { op: 'running', total: 't' }, ['fen > fen']],
  ])('%s', (_, operation, expected) => {
    expect([...accepted(operation)].sort()).toEqual([...expected].sort());
  });

  it('a scale has a threshold fewer than rates, and whole bands', () => {
    const fits = (bands: number, args: readonly FormulaUnit[]): boolean =>
      unitFault(nodeOf({ op: 'marginal', bands }, 'exact'), args) === undefined;
    const scale: readonly FormulaUnit[] = ['fen', 'fen', 'fen', 'rate', 'rate'];
    expect(fits(2, scale)).toBe(true);
    scale.forEach((unit, at) => {
      expect(fits(2, scale.toSpliced(at, 1, unit === 'fen' ? 'rate' : 'fen'))).toBe(false);
      expect(fits(2, scale.toSpliced(at, 1))).toBe(false);
    });
    expect(fits(1.5, ['fen', 'fen', 'rate', 'rate'])).toBe(false);
  });

  it('a fourth figure is one too many for all that do not take any number', () => {
    const fits = (operation: Operation, unit: FormulaUnit, ...args: readonly FormulaUnit[]): boolean =>
      unitFault(nodeOf(operation, unit), args) === undefined;
    expect(fits({ op: 'mulDiv', rounding: 'down' }, 'fen', 'fen', 'count', 'count', 'count')).toBe(false);
    expect(fits({ op: 'clamp' }, 'fen', 'fen', 'fen', 'fen', 'fen')).toBe(false);
    expect(fits({ op: 'if' }, 'fen', 'truth', 'fen', 'fen', 'fen')).toBe(false);
    expect(fits({ op: 'add' }, 'fen', 'fen', 'fen', 'fen', 'fen')).toBe(true);
  });
});
