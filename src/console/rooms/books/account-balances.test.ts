import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Balance } from '#console/api/ledger-queries.ts';
import { accountBalances, sideOf, sumYuan } from '#console/rooms/books/account-balances.ts';
import { fenOf } from '#kernel/fen';

const line = (account: string, postingMonth: string, debit: string, credit: string): Balance => ({
  pool: 'east',
  insuranceType: 'resident',
  postingMonth,
  book: 'cash',
  fund: 'pooled',
  source: 'current',
  account,
  debit,
  credit,
});

it('NAT-28.10: a balance is the turnover of all months through the chosen one', () => {
  const turnovers = [
    line('1003', '2026-02', '5.00', '1.50'),
    line('1003', '2026-01', '10.00', '0.00'),
    line('4001', '2026-01', '0.00', '10.00'),
  ];
  expect(accountBalances(turnovers, 'cash', '2026-01').map(({ balance }) => balance)).toEqual([
    '10.00',
    '-10.00',
  ]);
  expect(accountBalances(turnovers, 'cash', undefined)[0]).toMatchObject({
    debit: '15.00',
    credit: '1.50',
    balance: '13.50',
  });
  expect(accountBalances(turnovers, 'obligation', undefined)).toEqual([]);
});

it('a balance stands on its side, as ledgers write it, with no sign', () => {
  expect([sideOf('13.50'), sideOf('-10.00'), sideOf('0.00')]).toEqual([
    { side: 'debit', amount: '13.50' },
    { side: 'credit', amount: '10.00' },
    { side: 'even', amount: '0.00' },
  ]);
});

it('the pooled fund of an account stands before the personal accounts', () => {
  const turnovers = ['unsplit', 'account', 'pooled'].map((fund) => ({
    ...line('1003', '2026-01', '1.00', '0.00'),
    fund,
  }));
  expect(accountBalances(turnovers, 'cash', undefined).map(({ fund }) => fund)).toEqual([
    'pooled',
    'account',
    'unsplit',
  ]);
});

it('what stands in accounts adds up to all that was turned over, to the fen', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => {
    const digits = String(Math.abs(value)).padStart(3, '0');
    return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('1003', '1004'), cents, cents)), (rows) => {
      const turnovers = rows.map(([account, debit, credit]) => line(account, '2026-01', debit, credit));
      const shown = accountBalances(turnovers, 'cash', undefined);
      const all = rows.reduce((sum, [, debit, credit]) => sum + fenOf(debit) - fenOf(credit), 0n);
      expect(fenOf(sumYuan(shown.map(({ balance }) => balance)))).toBe(all);
    }),
  );
});
