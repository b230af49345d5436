import { expect, it } from 'vitest';
import { ProblemError } from '#console/api/problem-error.ts';
import { faultsOf } from '#console/rooms/budgets/draft-faults.ts';

const text = (one: string) => ({ zh: one, en: one });
const refusal = (code: string, at: string) => ({ code, at, what: text(`what of ${at}`), next: text('next') });
const form = {
  pool: 'east',
  kind: 'pool',
  year: 2026,
  parts: [{ part: 'pooled', label: text('pooled'), held: null }],
  lines: [
    {
      key: '5001.outpatient/pooled',
      part: 'pooled',
      ofPool: null,
      label: text('outpatient'),
      side: 'expenditure',
      isTransfer: false,
      method: 'carried',
      drivers: ['cost_index'],
    },
  ],
  drivers: [{ id: 'cost_index', label: text('index'), unit: 'multiple' }],
} as const;

it('what a draft lacks is told at its field, once, and only what has no field in the panel', () => {
  const refusals = [
    refusal('driver_missing', 'drivers/cost_index'),
    refusal('driver_missing', 'drivers/cost_index'),
    refusal('past_missing', 'past/5001.outpatient/pooled'),
    refusal('odd', 'opening/pooled'),
    refusal('unknown_pool', 'pool'),
  ];
  const error = new ProblemError({ type: 'about:blank', title: 'refused', status: 422, refusals });
  const { at, rest } = faultsOf(
    error,
    {
      ...form,
      parts: [...form.parts],
      drivers: [...form.drivers],
      lines: form.lines.map((line) => ({ ...line, drivers: [...line.drivers] })),
    },
    (code) => `word of ${code}`,
    ({ zh }) => zh,
  );
  expect([...at]).toEqual([
    ['drivers/cost_index', 'word of driver_missing'],
    ['past/5001.outpatient/pooled', 'word of past_missing'],
    ['opening/pooled', 'what of opening/pooled'],
  ]);
  expect(rest?.problem.refusals.map(({ at: place }) => place)).toEqual(['pool']);
});
