import { describe, expect, it } from 'vitest';
import { checkFormula } from '#rules/formula/check-formula';
import type { Claim, FormulaNode } from '#rules/formula/node';

const node = (members: Readonly<Record<string, unknown>>): FormulaNode =>
  ({ unit: 'fen', args: [], cite: ['C-1'], readings: [], ...members }) as unknown as FormulaNode;
const input = (field: string, more: Readonly<Record<string, unknown>> = {}): FormulaNode =>
  node({ op: 'input', field, cite: [], ...more });
const add = (...args: readonly number[]): FormulaNode => node({ op: 'add', args });

function faults(
  nodes: readonly FormulaNode[],
  outputs: Readonly<Record<string, number>> = {},
  claims: readonly Claim[] = [],
): readonly string[] {
  const checked = checkFormula({ id: 'test', nodes, outputs, claims });
  return checked.allowed ? [] : checked.refusals.map(({ at, what }) => `${at}: ${what.en}`);
}

const CIRCLE = 'is reckoned from a node that does not stand before it';

describe('each node stands after what it is reckoned from', () => {
  it.each([
    ['itself', 1],
    ['a later one', 2],
    ['none', -1],
    ['half a one', 0.5],
  ])('%s is refused, and nothing else is said of that node', (_, arg) => {
    const uncited = node({ op: 'add', args: [0, arg], cite: [] });
    expect(faults([input('a'), uncited, input('b')])).toEqual([`test/add#1: ${CIRCLE}`]);
  });
});

describe('a name stands for one thing', () => {
  it('two nodes of one name are refused at the second, two without a name are not', () => {
    const named = [input('a', { name: 'n' }), input('b'), input('c'), input('d', { name: 'n' })];
    expect(faults(named)).toEqual(['test/n: the name n is given to two nodes']);
  });

  it('a total adds up one amount, however often it is read', () => {
    const running = (total: string, amount: number): FormulaNode =>
      node({ op: 'running', total, args: [amount] });
    const amounts = [input('a'), input('b')];
    expect(faults([...amounts, running('t', 0), running('t', 0), running('u', 1)])).toEqual([]);
    expect(faults([...amounts, running('t', 0), running('t', 1)])).toEqual([
      'test/running#3: the total t adds up two amounts',
    ]);
  });

  it('a total may be called as a node is', () => {
    expect(faults([input('a', { name: 't' }), node({ op: 'running', total: 't', args: [0] })])).toEqual([]);
  });
});

it('what the row or the pack gives cites nothing; whatever else does must', () => {
  const bare = { cite: [] };
  const key = input('k', { unit: 'choice', options: ['p'] });
  const given = [
    key,
    input('a'),
    node({ op: 'value', value: 'v', ...bare }),
    node({ op: 'lookup', value: 'w', axes: ['x'], args: [0], ...bare }),
  ];
  expect(faults(given)).toEqual([]);
  expect(faults([...given, node({ op: 'constant', text: '1.00', ...bare })])).toEqual([
    'test/constant#4: cites no clause',
  ]);
  expect(faults([...given, node({ op: 'add', args: [1, 1], ...bare })])).toEqual([
    'test/add#4: cites no clause',
  ]);
});

describe('what is given out', () => {
  const exact = node({ op: 'timesRate', unit: 'exact', args: [0, 1] });
  const nodes = [input('a', { name: 'a' }), input('r', { unit: 'rate' }), exact, add(0, 0)];

  it('is a named node of the formula', () => {
    expect(faults(nodes, { x: 0 })).toEqual([]);
    expect(faults(nodes, { x: 3, y: 9 })).toEqual([
      'test/x: is given out without a name',
      'test/y: names no node',
    ]);
  });

  it('is never unrounded money', () => {
    expect(faults(nodes, { x: 2 })).toEqual([
      'test/x: is an exact amount: it needs a cited rounding before it can be given out',
      'test/x: is given out without a name',
    ]);
  });

  it('is held by 64 bits where it is money, and is asked for once under two names', () => {
    /** What is given out comes to at most so much money so many times; both give 64 bits, or one more. */
    const held = (amount: string, times: string): readonly FormulaNode[] => [
      input('a', { range: { atLeast: '0.00', atMost: amount } }),
      input('n', { name: 'n', unit: 'count', range: { atLeast: '0', atMost: times } }),
      node({ op: 'timesCount', unit: 'exact', args: [0, 1] }),
      node({ op: 'round', rounding: 'down', args: [2], name: 'a' }),
      node({ op: 'constant', text: '0.00' }),
      node({ op: 'subtract', args: [4, 3], name: 'less' }),
    ];
    const [most, more] = [held('602472412.09', '153092023'), held('21474836.48', '4294967296')];
    expect(faults(most, { x: 3, y: 3, z: 5, n: 1 })).toEqual([]);
    expect(faults(more, { x: 3, y: 3, n: 1 })).toEqual([
      'test/a: possible overflow: more than 64 bits can hold (lies between 0.00 and 92,233,720,368,547,758.08)',
    ]);
    expect(faults(more, { z: 5 })).toEqual([
      'test/less: possible overflow: more than 64 bits can hold (lies between -92,233,720,368,547,758.08 and 0.00)',
    ]);
  });
});

describe('a claim', () => {
  const nodes = [
    input('a', { name: 'a' }),
    input('b', { name: 'b' }),
    node({ op: 'subtract', args: [0, 1], name: 'less' }),
    node({ op: 'min', args: [0, 1] }),
    input('flag', { unit: 'truth' }),
  ];

  it.each<[string, Claim, readonly string[]]>([
    ['that zero is the least is proved', { claim: 'not_negative', node: 0 }, []],
    [
      'that a difference is never negative is not',
      { claim: 'not_negative', node: 2 },
      ['test/less: is not proved never to be negative (lies between -10,000,000.00 and 10,000,000.00)'],
    ],
    [
      'of a truth has no range',
      { claim: 'not_negative', node: 4 },
      ['test/input#4: is not proved never to be negative (has no proved range)'],
    ],
    ['that the smaller is at most either is proved', { claim: 'at_most', node: 3, bound: 1 }, []],
    [
      'that either is at most the smaller is not',
      { claim: 'at_most', node: 1, bound: 3 },
      [
        'test/b: is not proved never to be above test/min#3 (lies between 0.00 and 10,000,000.00; the latter lies between 0.00 and 10,000,000.00)',
      ],
    ],
    ['of no node', { claim: 'not_negative', node: 9 }, ['test: a claim names no node']],
    ['with no bound', { claim: 'at_most', node: 0, bound: 9 }, ['test: a claim names no node']],
  ])('%s', (_, claim, expected) => {
    expect(faults(nodes, {}, [claim])).toEqual(expected);
  });
});

describe('bands', () => {
  const rates = [input('r', { unit: 'rate' }), input('q', { unit: 'rate' }), input('p', { unit: 'rate' })];
  /** A scale from 0 to 1 with the two thresholds at 5 and 6. */
  const scale = (first: FormulaNode, second: FormulaNode): readonly FormulaNode[] => [
    input('a'),
    input('b'),
    ...rates,
    first,
    second,
    node({ op: 'marginal', unit: 'exact', bands: 3, args: [0, 1, 5, 6, 2, 3, 4] }),
  ];
  const constant = (text: string): FormulaNode => node({ op: 'constant', text });
  const value = (name: string): FormulaNode => node({ op: 'value', value: name, cite: [] });
  const FALLING = ['test/marginal#7: threshold 2 does not lie above threshold 1'];

  it.each<[string, readonly FormulaNode[], readonly string[]]>([
    ['constants ascend', scale(constant('1.00'), constant('1.01')), []],
    ['equal constants do not', scale(constant('1.00'), constant('1.00')), FALLING],
    ['what a place fills in is held to it when its values are read', scale(value('v'), value('w')), []],
    ['a constant and what a place fills in likewise', scale(constant('1.00'), value('w')), []],
    ['what is reckoned must be proved to', scale(value('v'), add(0, 1)), FALLING],
    ['also above a constant', scale(constant('1.00'), add(0, 1)), FALLING],
    ['what is reckoned may be equal where it is proved not to fall', scale(input('c'), add(0, 5)), []],
    ['a field of the row says nothing', scale(input('c'), value('w')), FALLING],
  ])('%s', (_, nodes, expected) => {
    expect(faults(nodes)).toEqual(expected);
  });
});

it('bands are counted from the first, in both languages', () => {
  const amounts = ['1.00', '2.00'].map((text) => node({ op: 'constant', text }));
  const rates = ['r', 'q', 'p', 'o'].map((field) => input(field, { unit: 'rate' }));
  const scale = node({ op: 'marginal', unit: 'exact', bands: 4, args: [0, 1, 2, 3, 3, 4, 5, 6, 7] });
  const nodes = [input('a'), input('b'), ...amounts, ...rates, scale];
  const checked = checkFormula({ id: 'test', nodes, outputs: {}, claims: [] });
  expect(checked).toMatchObject({
    refusals: [
      {
        at: 'test/marginal#8',
        what: { zh: '第 3 段的起点不高于第 2 段的起点', en: 'threshold 3 does not lie above threshold 2' },
      },
    ],
  });
});

it('a divisor is proved to be above zero, not only at it', () => {
  const divided = (atLeast: string): readonly FormulaNode[] => [
    input('a'),
    input('n', { unit: 'count', range: { atLeast, atMost: '9' } }),
    node({ op: 'mulDiv', rounding: 'down', args: [0, 1, 1] }),
  ];
  expect(faults(divided('0.0001'))).toEqual([]);
  expect(faults(divided('0'))).toEqual([
    'test/mulDiv#2: its divisor is not proved to be above zero (lies between 0 and 9)',
  ]);
  const unknown = node({ op: 'mulDiv', rounding: 'down', args: [0, 0, 2] });
  const byZero = node({ op: 'mulDiv', rounding: 'down', args: [0, 0, 0] });
  expect(faults([input('a'), input('b'), byZero, unknown])).toEqual([
    'test/mulDiv#2: its divisor is not proved to be above zero (lies between 0.00 and 10,000,000.00)',
    'test/mulDiv#3: its divisor is not proved to be above zero (has no proved range)',
  ]);
});
