import { expect, test } from 'vitest';
import type { DraftForm } from '#console/api/budget-queries.ts';
import { draftOf, startOf, withZeros } from '#console/rooms/budgets/draft-state.ts';

const line = (key: string, method: DraftForm['lines'][number]['method']): DraftForm['lines'][number] => ({
  key,
  method,
  part: 'pooled',
  ofPool: null,
  label: { zh: key, en: key },
  side: 'income',
  isTransfer: false,
  drivers: [],
});
const FORM: DraftForm = {
  pool: 'east',
  kind: 'pool',
  year: 2026,
  parts: [{ part: 'pooled', label: { zh: '统筹基金', en: 'pooled fund' }, held: null }],
  lines: [
    line('4001/pooled', 'product'),
    line('5001.inpatient/pooled', 'carried'),
    line('5301/pooled', 'given'),
  ],
  drivers: [{ id: 'insured', label: { zh: '参保人数', en: 'insured' }, unit: 'person' }],
};

const EMPTY_DRAFT = startOf(FORM);

test('nothing that was not typed is sent: what is missing is for the server to name', () => {
  expect(draftOf(EMPTY_DRAFT, FORM, 'resident', '账本结余')).toEqual({
    pool: 'east',
    insuranceType: 'resident',
    opening: {},
    drivers: {},
    past: {},
    given: {},
  });
});

test('figures without a source of their own take the common one; amounts are written with two decimals', () => {
  const state = {
    ...EMPTY_DRAFT,
    commonSource: '测算表',
    opening: { pooled: '1,000' },
    drivers: { insured: { value: ' 10 ' } },
    lines: { '5001.inpatient/pooled': { past: '5', source: '决算' }, '5301/pooled': { given: 'x' } },
  };
  expect(draftOf(state, FORM, 'resident', '账本结余')).toMatchObject({
    opening: { pooled: { amount: '1000.00', source: '测算表' } },
    drivers: { insured: { value: '10', source: '测算表' } },
    past: { '5001.inpatient/pooled': { amount: '5.00', source: '决算', months: 12 } },
    given: { '5301/pooled': { amount: 'x', source: '测算表' } },
  });
});

test('an amount that is given replaces the estimate, and last year is not sent then', () => {
  const lines = { '5001.inpatient/pooled': { past: '5', given: '7' } };
  const draft = draftOf({ ...EMPTY_DRAFT, lines }, FORM, 'resident', '账本结余');
  expect([draft.past, Object.keys(draft.given)]).toEqual([{}, ['5001.inpatient/pooled']]);
});

test('zeros are written on given lines alone, and on none that has an amount', () => {
  const state = { ...EMPTY_DRAFT, lines: { '5301/pooled': { given: '3' } } };
  expect(withZeros(state, FORM).lines).toEqual({ '5301/pooled': { given: '3' } });
  expect(withZeros(EMPTY_DRAFT, FORM).lines).toEqual({ '5301/pooled': { given: '0.00' } });
});

test('the opening balance begins as the books hold it, and names them as its source unless another is named', () => {
  const parts = FORM.parts.map((part) => ({
    ...part,
    held: { amount: '12.50', basis: 'closed_year' as const, closedThrough: '2025-12' },
  }));
  const form = { ...FORM, parts };
  const openingOf = (changed: object): unknown =>
    draftOf({ ...startOf(form), ...changed }, form, 'resident', '账本结余').opening;
  expect(openingOf({})).toEqual({ pooled: { amount: '12.50', source: '账本结余' } });
  expect(openingOf({ commonSource: '决算' })).toEqual({ pooled: { amount: '12.50', source: '决算' } });
  expect(openingOf({ opening: { pooled: '13' } })).toEqual({ pooled: { amount: '13.00', source: '' } });
  const reasonOf = (pooled: string): unknown =>
    draftOf(
      { ...startOf(form), opening: { pooled }, openingReason: '审计调整' },
      form,
      'resident',
      '账本结余',
    ).openingReason;
  expect([reasonOf('13'), reasonOf('12.5')]).toEqual(['审计调整', undefined]);
});
