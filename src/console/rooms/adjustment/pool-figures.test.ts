import { describe, expect, test } from 'vitest';
import type { PoolLine } from '#console/api/queries.ts';
import { poolColumns } from '#console/rooms/adjustment/pool-columns.ts';
import { columnTotal, isBelowTarget, sortPools } from '#console/rooms/adjustment/pool-figures.ts';

function pool(id: string, fields: Partial<PoolLine> = {}): PoolLine {
  return {
    id,
    name: { zh: id, en: id },
    balanceBefore: '0.00',
    monthsBefore: '0.00',
    levy: '0.00',
    stages: { normal: '0.00', incentive: '0.00' },
    received: '0.00',
    burdens: {},
    balanceAfter: '0.00',
    monthsAfter: '0.00',
    refusedFor: [],
    ...fields,
  };
}

const pools = [
  pool('a', { levy: '900719925474099.93', monthsBefore: null }),
  pool('b', { levy: '10.00', monthsBefore: '10.00', burdens: { local_treasury: '5.00' } }),
  pool('c', { levy: '-2.00', monthsBefore: '9.00' }),
];
const view = { stages: ['normal', 'incentive'], pools };
const columns = poolColumns(view);
const column = (key: string) => columns.find((candidate) => candidate.key === key) ?? fail(key);

function fail(key: string): never {
  throw new Error(`no column ${key}`);
}

describe('the columns of the pools’ table', () => {
  test('are the pack’s stages in order, and the bearers that bore anything', () => {
    expect(columns.map(({ key }) => key)).toEqual([
      'balance-before',
      'months-before',
      'levy',
      'normal',
      'incentive',
      'received',
      'burden/local_treasury',
      'balance-after',
      'months-after',
    ]);
  });

  test('name the explained figure behind each cell', () => {
    expect(columns.map(({ figureOf }) => figureOf(pool('x')))).toEqual([
      'balance-before/x',
      'months-before/x',
      'levy/x',
      'normal/x',
      'incentive/x',
      'received/x',
      'burden/local_treasury/x',
      'balance-after/x',
      'months-after/x',
    ]);
  });
});

describe('the totals row', () => {
  test('adds in fen, past what a float could hold', () => {
    expect(columnTotal(pools, column('levy'))).toBe(90071992547410793n);
  });

  test('leaves out pools without such a burden, and gives months no sum', () => {
    expect(columnTotal(pools, column('burden/local_treasury'))).toBe(500n);
    expect(columnTotal(pools, column('months-before'))).toBeUndefined();
  });
});

describe('sorting', () => {
  const order = (key: string, direction: 'ascending' | 'descending') =>
    sortPools(pools, { column: column(key), direction }).map(({ id }) => id);

  test('goes by the figure, not by its text', () => {
    expect(order('levy', 'ascending')).toEqual(['c', 'b', 'a']);
    expect(order('levy', 'descending')).toEqual(['a', 'b', 'c']);
  });

  test('puts pools without a figure last either way', () => {
    expect(order('months-before', 'ascending')).toEqual(['c', 'b', 'a']);
    expect(order('months-before', 'descending')).toEqual(['b', 'c', 'a']);
  });

  test('unsorted keeps the order of the input', () => {
    expect(sortPools(pools, undefined)).toBe(pools);
  });
});

describe('months below the target', () => {
  test.each([
    ['8.99', '9', true],
    ['9.00', '9', false],
    ['10.00', '9', false],
    ['-1.50', '6', true],
    [null, '9', false],
    ['1.00', null, false],
  ])('%s months against %s: %s', (months, target, expected) => {
    expect(isBelowTarget(months, target)).toBe(expected);
  });
});
