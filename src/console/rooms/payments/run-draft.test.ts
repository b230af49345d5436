import { expect, it } from 'vitest';
import type { Payable } from '#console/api/payment-queries.ts';
import { isChosen, payableRows, runOfDraft, type RunDraft } from '#console/rooms/payments/run-draft.ts';

const H1 = 'institution:H1';
const of = (category: string | null, pooled: string, counterparty = H1): Payable => {
  return { counterparty, purpose: 'benefit', category, pooled, account: '0.00', returned: [] };
};
const PAYABLES = [
  of('inpatient', '5.00'),
  of('outpatient', '3.00'),
  of(null, '2.00'),
  of('inpatient', '7.00', 'institution:H2'),
  of('inpatient', '-1.00', 'institution:H3'),
];
const DRAFT: RunDraft = {
  books: { pool: 'east', insuranceType: 'resident' },
  purpose: 'benefit',
  category: 'inpatient',
  paysOn: '2026-03-01',
  changed: [],
  advance: { payee: '', amount: '' },
};
const rows = payableRows(PAYABLES, DRAFT);
const body = { insuranceType: 'resident', purpose: 'benefit', category: 'inpatient', paysOn: '2026-03-01' };

it('NAT-28.9: a run offers what was settled as its category, and what has none only to be ticked', () => {
  expect(rows.map(({ key }) => key)).toEqual([`${H1} inpatient`, `${H1} `, 'institution:H2 inpatient']);
  expect(rows.map((row) => isChosen(row, []))).toEqual([true, false, true]);
  expect(payableRows(PAYABLES, { ...DRAFT, category: undefined })).toEqual([]);
});

it('all that is ticked at first goes as a whole; a change names the payees, a debt without a category its amount', () => {
  expect(runOfDraft(DRAFT, rows)).toEqual({ pool: 'east', body });
  expect(runOfDraft({ ...DRAFT, changed: [`${H1} `] }, rows)?.body).toEqual({
    ...body,
    lines: [{ counterparty: H1, pooled: '7.00', account: '0.00' }, { counterparty: 'institution:H2' }],
  });
  expect(runOfDraft({ ...DRAFT, changed: ['institution:H2 inpatient'] }, rows)?.body).toEqual({
    ...body,
    lines: [{ counterparty: H1 }],
  });
  const none = rows.filter(({ isUncategorised }) => !isUncategorised).map(({ key }) => key);
  expect(runOfDraft({ ...DRAFT, changed: none }, rows)).toBeUndefined();
});
