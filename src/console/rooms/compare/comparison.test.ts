import { describe, expect, test } from 'vitest';
import { compare, isDifferent, saidBy, type PackFamily } from '#console/rooms/compare/comparison.ts';
import { histories } from '#console/rooms/compare/time-line.ts';

const text = { zh: '', en: '' };
const version = (from: string, figure: string, to?: string) => ({
  from,
  ...(to === undefined ? {} : { to }),
  figures: [{ cell: '', text: figure }],
  cite: ['X-1'],
});
const value = (name: string, topic: string, versions: readonly ReturnType<typeof version>[]) => ({
  name,
  topic,
  label: text,
  unit: 'rate',
  kind: 'exact',
  versions: [...versions],
});
const levy = (base: string) => ({
  mechanism: 'levy',
  arguments: [
    { name: 'base', filledWith: [base] },
    { name: 'rate', filledWith: ['levy_rate'] },
    { name: 'pause_cite', filledWith: ['X-1'] },
  ],
  cite: ['X-1'],
  readings: [],
});
const residual = {
  mechanism: 'residual',
  arguments: [{ name: 'order', filledWith: ['bonds', 'subsidy'] }],
  cite: ['X-2'],
  readings: [],
};

const families: readonly PackFamily[] = [
  [
    {
      id: 'east',
      name: text,
      places: [],
      status: 'in_force',
      hash: '',
      extends: [],
      clauses: [],
      readings: [],
      values: [
        value('levy_rate', 'adjustment', [version('2024-01-01', '10%')]),
        value('fee', 'contribution', [
          version('2024-01-01', '400.00', '2024-12-31'),
          version('2025-01-01', '430.00'),
        ]),
      ],
      pipeline: { cite: [], readings: [], steps: [levy('collections'), residual] },
    },
  ],
  [
    {
      id: 'west',
      name: text,
      places: [],
      status: 'draft',
      hash: '',
      extends: [],
      clauses: [],
      readings: [],
      values: [
        value('levy_rate', 'adjustment', [version('2024-01-01', '10%')]),
        value('fee', 'contribution', [version('2025-01-01', '430.00')]),
      ],
      pipeline: { cite: [], readings: [], steps: [levy('revenue')] },
    },
  ],
];

const topics = compare(families);
const rowOf = (key: string) => topics.flatMap(({ rows }) => rows).find((row) => row.key === key);
const told = (key: string) => rowOf(key)?.cells.map((cell) => cell?.figures.map((figure) => figure.text));

describe('policies side by side', () => {
  test('go from the adjustment to the other topics, and tell each value once', () => {
    expect(topics.map(({ topic, rows }) => [topic, rows.map(({ key }) => key)])).toEqual([
      ['adjustment', ['levy', 'levy.base', 'levy.rate', 'residual', 'residual.order']],
      ['contribution', ['fee']],
    ]);
  });

  test('tell what fills a step, the value behind it, and nothing where a place has no such step', () => {
    expect(told('levy.base')).toEqual([['collections'], ['revenue']]);
    expect(told('levy.rate')).toEqual([['10%'], ['10%']]);
    expect(told('residual.order')).toEqual([['bonds', 'subsidy'], undefined]);
  });

  test('differ where places say different things, not where one says nothing', () => {
    const differing = topics.flatMap(({ rows }) => rows.filter(isDifferent).map(({ key }) => key));
    expect(differing).toEqual(['levy.base']);
    expect(topics.flatMap(({ rows }) => rows.map(saidBy))).toEqual([2, 2, 2, 1, 1, 2]);
  });

  test('compare the latest versions', () => {
    expect(told('fee')).toEqual([['430.00'], ['430.00']]);
  });
});

describe('the history of values', () => {
  test('has the values with several versions, each place along the same years', () => {
    const [fee, ...others] = histories(families);
    expect(others).toEqual([]);
    expect([fee?.name, fee?.firstYear, fee?.lastYear]).toEqual(['fee', 2024, 2025]);
    expect(
      fee?.lanes.map(({ packId, spans }) => [
        packId,
        spans.map((span) => [span.startPercent, span.widthPercent]),
      ]),
    ).toEqual([
      [
        'east',
        [
          [0, expect.closeTo(50, 5)],
          [50, 50],
        ],
      ],
      ['west', [[50, 50]]],
    ]);
  });
});
