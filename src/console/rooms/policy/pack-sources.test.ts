import { describe, expect, test } from 'vitest';
import {
  instrumentsOf,
  readingsOf,
  readingsOn,
  stepsCiting,
  valuesCiting,
  valuesOf,
} from '#console/rooms/policy/pack-sources.ts';
import type { PackViewBody } from '#contract/packs';

const text = { zh: '', en: '' };
const clause = (id: string, instrument: string) => ({
  id,
  instrument: { id: instrument, title: text, issuer: text, status: 'in_force' as const },
  article: text,
  kind: 'rule',
  paraphrase: text,
});
const value = (name: string, cite: string, figure: string) => ({
  name,
  label: text,
  unit: 'rate',
  kind: 'exact',
  versions: [{ from: '2024-01-01', figures: [{ cell: '', text: figure }], cite: [cite] }],
});
const reading = (id: string, on: string) => ({ id, clauses: [on], reading: text, alternatives: [] });
const step = (mechanism: string, cite: string[], argument: string) => ({
  mechanism,
  arguments: [{ name: 'any', filledWith: [argument] }],
  cite,
  readings: [],
});
const head = { name: text, places: [], status: 'in_force' as const, hash: '' };

const family: readonly PackViewBody[] = [
  {
    ...head,
    id: 'jiangxi',
    extends: ['national'],
    clauses: [clause('JX-2.1', 'jx-2024-5'), clause('JX-2.5', 'jx-2024-5')],
    values: [value('levy_rate', 'JX-2.1', '10%')],
    readings: [reading('JX-R1', 'JX-2.1')],
    pipeline: {
      cite: [],
      readings: [],
      steps: [
        step('levy', ['N-1'], 'JX-2.1'),
        step('conditions', ['JX-2.5'], 'levyPaid'),
        step('emergency', ['JX-2.1'], 'policy'),
      ],
    },
  },
  {
    ...head,
    id: 'national',
    extends: [],
    clauses: [clause('N-1', 'n-1'), clause('JX-2.1', 'jx-2024-5')],
    values: [value('levy_rate', 'N-1', '5%'), value('other', 'N-1', '1%')],
    readings: [reading('R-1', 'N-1')],
  },
];

describe('a pack read together with those it extends', () => {
  test('lists each document with its clauses, each clause once', () => {
    const listed = instrumentsOf(family).map(({ packId, instrument, clauses }) => [
      packId,
      instrument.id,
      clauses.map(({ id }) => id),
    ]);
    expect(listed).toEqual([
      ['jiangxi', 'jx-2024-5', ['JX-2.1', 'JX-2.5']],
      ['national', 'n-1', ['N-1']],
    ]);
  });

  test('has the nearer pack’s value stand for the farther one’s', () => {
    expect(valuesOf(family).map(({ name, versions }) => [name, versions[0]?.figures[0]?.text])).toEqual([
      ['levy_rate', '10%'],
      ['other', '1%'],
    ]);
  });

  test('leads from a clause to the steps that cite it or take it as an argument', () => {
    expect(stepsCiting(family, 'JX-2.1')).toEqual(['levy', 'emergency']);
    expect(stepsCiting(family, 'JX-2.9')).toEqual([]);
  });

  test('leads from a clause to its values and readings', () => {
    expect(valuesCiting(valuesOf(family), 'JX-2.1').map(({ name }) => name)).toEqual(['levy_rate']);
    expect(readingsOn(readingsOf(family), 'N-1').map(({ id }) => id)).toEqual(['R-1']);
  });
});
