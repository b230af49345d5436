import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryRow, TotalRow } from '#application/ports/ledger-rows';
import { createAccountSums } from '#application/proof/account-sums';

const word = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const amounts = fc.oneof(
  fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
  fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }),
  fc.bigInt({ min: 0n, max: 10n }),
);
const entries: fc.Arbitrary<EntryRow> = fc.record({
  event: fc.constant('1'),
  line: fc.constant(0),
  counterparty: fc.constant(null),
  category: fc.constant(null),
  pool: word('east', 'west'),
  insuranceType: word('employee', 'resident'),
  postingMonth: word('2026-01-01', '2026-02-01'),
  book: word('cash', 'obligation'),
  fund: word('pooled', 'account'),
  source: word('current', 'adjustment'),
  account: word('1003', '5001'),
  debit: amounts.map(String),
  credit: amounts.map(String),
});

describe('sums of accounts', () => {
  test('are exact to the fen, however large the amounts and however many', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 200 }), (all) => {
        const sums = createAccountSums();
        for (const entry of all) sums.add(entry);
        const wanted = new Map<string, readonly EntryRow[]>();
        for (const entry of all) wanted.set(keyOf(entry), [...(wanted.get(keyOf(entry)) ?? []), entry]);
        for (const [key, group] of wanted) {
          expect([key, sums.take(group[0] as TotalRow)]).toEqual([
            key,
            { debit: sumOf(group, 'debit'), credit: sumOf(group, 'credit') },
          ]);
        }
        expect([...sums.rest()]).toEqual([]);
      }),
    );
  });

  test('of a total that is not there are left, with its name', () => {
    const sums = createAccountSums();
    const [entry] = fc.sample(entries, 1);
    sums.add({ ...entry, debit: '5', credit: '0' } as EntryRow);
    expect([...sums.rest()]).toMatchObject([{ debit: 5n, credit: 0n }]);
  });
});

function keyOf({ account, pool, postingMonth, insuranceType, book, fund, source }: EntryRow): string {
  return [account, pool, postingMonth, insuranceType, book, fund, source].join(' ');
}

function sumOf(group: readonly EntryRow[], side: 'debit' | 'credit'): bigint {
  return group.reduce((sum, entry) => sum + BigInt(entry[side]), 0n);
}
