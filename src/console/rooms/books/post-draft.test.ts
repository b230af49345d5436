import { expect, it } from 'vitest';
import type { JournalTemplate } from '#console/api/ledger-queries.ts';
import { emptyDraft, eventOfDraft } from '#console/rooms/books/post-draft.ts';
import { yuanText } from '#console/fund/yuan-text.ts';

const TEMPLATE: JournalTemplate = {
  id: 'benefit_settled',
  name: { zh: '结算', en: 'Settled' },
  cite: [],
  kind: 'ordinary',
  types: ['resident'],
  parties: ['institution'],
  categories: ['inpatient'],
  needsApproval: false,
  workflow: null,
  causes: [],
  returns: [],
  betweenPools: false,
  amounts: { employee: [], resident: ['pooled', 'account'] },
};
const BOOKS = { pool: 'east', insuranceType: 'resident' } as const;
const DRAFT = {
  ...emptyDraft('2026-03-01'),
  partyKind: 'institution',
  partyId: 'H1',
  category: 'inpatient',
  amounts: { pooled: '1,200.5' },
};

it('an event is made of what its template asks for; amounts left out are nil', () => {
  expect(eventOfDraft(DRAFT, TEMPLATE, BOOKS, 'k')).toEqual({
    key: 'k',
    template: 'benefit_settled',
    ...BOOKS,
    effectiveOn: '2026-03-01',
    counterparty: 'institution:H1',
    category: 'inpatient',
    amounts: { pooled: '1200.50', account: '0.00' },
  });
});

it('nothing is made while a field is missing, an amount is none, or all are nil', () => {
  const made = (changed: Partial<typeof DRAFT>, template = TEMPLATE) =>
    eventOfDraft({ ...DRAFT, ...changed }, template, BOOKS, 'k');
  expect(made({ partyId: ' ' })).toBeUndefined();
  expect(made({ amounts: { pooled: '1e5' } })).toBeUndefined();
  expect(made({ amounts: { pooled: '' } })).toBeUndefined();
  expect(made({ effectiveOn: '' })).toBeUndefined();
  expect(made({}, { ...TEMPLATE, betweenPools: true })).toBeUndefined();
  expect(made({}, { ...TEMPLATE, needsApproval: true })).toBeUndefined();
});

it('typed amounts are exact: no more than two decimals, and no exponent', () => {
  expect(['12', '12.5', '1,234.56', '-3'].map(yuanText)).toEqual(['12.00', '12.50', '1234.56', '-3.00']);
  expect(['1.234', 'x', '1e3', ''].map(yuanText)).toEqual([undefined, undefined, undefined, undefined]);
});
