import { expect, it } from 'vitest';
import { journalFilters, readBasis, readBudgetBasis } from '#console/rooms/years/figure-basis.ts';

const BOOKS = { pool: 'east', insuranceType: 'employee' } as const;

it('a figure of the ledger leads to the journal of its accounts and months', () => {
  const revenue = readBasis('4001 4101 2025-01..2025-12');
  expect(revenue).toEqual({ kind: 'turnover', accounts: ['4001', '4101'], from: '2025-01', to: '2025-12' });
  expect(revenue === undefined ? [] : journalFilters(revenue, BOOKS)).toEqual(
    ['4001', '4101'].map((account) => {
      return { ...BOOKS, book: 'cash', account, fund: 'pooled', fromMonth: '2025-01', toMonth: '2025-12' };
    }),
  );
});

it.each([
  ['3001 4 5 <= 2024-12', { kind: 'balance', to: '2024-12' }],
  ['3001 4 5 <= 2024-12 − 1201 2025-01..2025-12', { less: { kind: 'turnover', accounts: ['1201'] } }],
  [
    '4001 4101 2025-01..2025-12 − settled 4101 2025-01..2025-12',
    { kind: 'turnover', accounts: ['4001', '4101'], less: { kind: 'settled', accounts: ['4101'] } },
  ],
  [
    '4001 2025-01..2025-12 − settled 4101 2025-01..2025-12 − recovered attested 2025-01..2025-12',
    { less: { kind: 'settled', less: { kind: 'recovered', accounts: [] } } },
  ],
  [
    '5001 5101 5401 2025-01..2025-12 + recovered 5001 2025-01..2025-12',
    { kind: 'turnover', more: { kind: 'recovered', accounts: ['5001'], from: '2025-01' } },
  ],
  ['receivable government <= 2025-12 = 0.00 (due 300.00)', { kind: 'subsidyOpen', to: '2025-12' }],
  ['pre_pooling 3001', { kind: 'source', source: 'pre_pooling' }],
  ['5301, 2024', { kind: 'moved', year: '2024', from: '2024-01' }],
  ['payable pool:yunhai = 12.50', { kind: 'levyOpen', party: 'pool:yunhai' }],
] as const)('reads %s', (text, basis) => {
  expect(readBasis(text)).toMatchObject(basis);
});

it('what is none of these is left as it is', () => {
  expect(readBasis('income 90%; expenditure 91%')).toBeUndefined();
  expect(readBudgetBasis('4001 2025-01..2025-12')).toBeUndefined();
});

it('a met budget is told by its sums', () => {
  const sums = { income: '1.00', incomeBudget: '0.90', spending: '2.00', spendingBudget: '2.10' };
  expect(readBudgetBasis('income 1.00 / 0.90; expenditure 2.00 / 2.10 (budget a/employee/2025)')).toEqual(
    sums,
  );
});
