import { expect, it } from 'vitest';
import { sourceFaults } from '#rules/formula/check-sources';
import type { FormulaNode } from '#rules/formula/node';
import type { FindShape, ValueShape } from '#rules/formula/value-shape';

const SHAPES: Readonly<Record<string, ValueShape>> = {
  single: { unit: 'fen', axes: [] },
  table: {
    unit: 'fen',
    axes: [
      { name: 'level', members: ['low', 'mid', 'high'] },
      { name: 'kind', members: ['p', 'q'] },
    ],
  },
};
const shapes: FindShape = (value) => SHAPES[value];

const node = (members: Readonly<Record<string, unknown>>): FormulaNode =>
  ({ unit: 'fen', args: [], cite: [], readings: [], ...members }) as unknown as FormulaNode;
const key = (...options: readonly string[]): FormulaNode =>
  node({ op: 'input', field: 'k', unit: 'choice', ...(options.length === 0 ? {} : { options }) });
const lookup = (...axes: readonly string[]): FormulaNode => node({ op: 'lookup', value: 'table', axes });
const range = (atLeast: string, atMost: string): { readonly range: unknown } => ({
  range: { atLeast, atMost },
});
const match = (otherwise: boolean, ...cases: readonly string[]): FormulaNode =>
  node({ op: 'match', cases, otherwise });

it.each<[string, FormulaNode, readonly FormulaNode[], readonly string[]]>([
  ['a field without a range', node({ op: 'input', field: 'f' }), [], []],
  ['a range of one figure', node({ op: 'input', field: 'f', ...range('1.00', '1.00') }), [], []],
  [
    'a range that is empty',
    node({ op: 'input', field: 'f', ...range('1.01', '1.00') }),
    [],
    ['nothing lies between 1.01 and 1.00'],
  ],
  [
    'a range with a first end of another unit',
    node({ op: 'input', field: 'f', ...range('1%', '2.00') }),
    [],
    ['the range\'s "1%" is no fen'],
  ],
  [
    'a range with a second end of another unit',
    node({ op: 'input', field: 'f', ...range('1.00', '2%') }),
    [],
    ['the range\'s "2%" is no fen'],
  ],
  ['a constant of its unit', node({ op: 'constant', text: '1.00' }), [], []],
  ['a constant of another unit', node({ op: 'constant', text: '1%' }), [], ['"1%" is no fen']],
  ['a value of its unit', node({ op: 'value', value: 'single' }), [], []],
  [
    'a value with a range that is empty',
    node({ op: 'value', value: 'single', ...range('2.00', '1.00') }),
    [],
    ['nothing lies between 2.00 and 1.00'],
  ],
  [
    'a value that there is not',
    node({ op: 'value', value: 'none' }),
    [],
    ['there is no value none with a single figure'],
  ],
  [
    'a value of another unit',
    node({ op: 'value', value: 'single', unit: 'rate' }),
    [],
    ['single is of unit fen, the formula takes rate'],
  ],
  [
    'a table that is taken as one figure',
    node({ op: 'value', value: 'table', unit: 'rate' }),
    [],
    [
      'table is of unit fen, the formula takes rate',
      'table is a table by level, kind; the formula gives no key',
    ],
  ],
  ['a cell by every key', lookup('level', 'kind'), [key('low', 'high'), key('p', 'q')], []],
  [
    'a cell with a range that is empty',
    node({ op: 'lookup', value: 'table', axes: ['level', 'kind'], ...range('2.00', '1.00') }),
    [key('low'), key('p')],
    ['nothing lies between 2.00 and 1.00'],
  ],
  [
    'a cell by keys in another order',
    lookup('kind', 'level'),
    [key('p'), key('low')],
    ['table is a table by level, kind; the formula gives kind, level'],
  ],
  [
    'a cell by one key of two',
    lookup('level'),
    [key('low')],
    ['table is a table by level, kind; the formula gives level'],
  ],
  [
    'a key that may have no cell',
    lookup('level', 'kind'),
    [key('low', 'top', 'base'), key('p', 'r')],
    ['table has no cell on axis level for top, base', 'table has no cell on axis kind for r'],
  ],
  [
    'a key that is not there',
    lookup('level', 'kind'),
    [key('low')],
    ['table has no cell on axis kind for a key of open options'],
  ],
  [
    'a key that may be anything',
    lookup('level', 'kind'),
    [key(), key('p')],
    ['table has no cell on axis level for a key of open options'],
  ],
  ['a match of every option', match(false, 'p', 'q'), [key('p', 'q')], []],
  ['a match of the rest', match(true, 'p'), [key('p', 'q')], []],
  [
    'a match with an option left open',
    match(false, 'p'),
    [key('p', 'q', 'r')],
    ['has no case for q', 'has no case for r'],
  ],
  [
    'a match with a case that cannot be',
    match(true, 'p', 's'),
    [key('p', 'q')],
    ['has a case s that cannot be'],
  ],
  ['a match without a key', match(false, 'p'), [], ['has a case p that cannot be']],
  ['what is reckoned', node({ op: 'add', ...range('2.00', '1.00') }), [], []],
])('%s is refused by what is wrong with it, or by nothing', (_, each, args, expected) => {
  expect(sourceFaults(each, args, shapes).map(({ en }) => en)).toEqual(expected);
});

it('a stored formula is not held against a pack that is not at hand, but to its ranges', () => {
  expect(sourceFaults(node({ op: 'value', value: 'none' }), [], undefined)).toEqual([]);
  expect(
    sourceFaults(node({ op: 'value', value: 'none', ...range('2.00', '1.00') }), [], undefined),
  ).toHaveLength(1);
});

it('the keys that a formula gives are named in Chinese too', () => {
  const told = (node: FormulaNode): readonly string[] =>
    sourceFaults(node, [key('low')], shapes).map(({ zh }) => zh);
  expect(told(lookup('level'))).toEqual(['table 按 level、kind 分列，公式给出的是 level']);
  expect(told(lookup())).toEqual(['table 按 level、kind 分列，公式给出的是 无']);
});
