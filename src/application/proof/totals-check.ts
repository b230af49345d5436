import type { EntryRow, LedgerRows, TotalRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createAccountSums } from '#application/proof/account-sums';
import { givenPools } from '#application/proof/given-pools';
import { createTally } from '#application/proof/tally';

/** Sums the sealed entries as the sealer should have, and compares. */
export interface TotalsCheck {
  add(entry: EntryRow): void;
  compare(rows: LedgerRows): Promise<LedgerCheck>;
}

/** `pools`: those whose totals are given; null for all. */
export function createTotalsCheck(pools: readonly string[] | null): TotalsCheck {
  const tally = createTally('totals', {
    zh: '汇总数等于由分录重算之数',
    en: 'folded totals are those of the sealed entries',
  });
  const isGiven = givenPools(pools);
  const sums = createAccountSums();
  return {
    add: (entry) => {
      if (isGiven(entry.pool)) sums.add(entry);
    },
    compare: async (rows) => {
      for await (const batch of rows.totals()) {
        for (const total of batch) {
          const { debit, credit } = sums.take(total);
          tally.look(BigInt(total.debit) !== debit || BigInt(total.credit) !== credit, nameOf(total));
        }
      }
      for (const { debit, credit, name } of sums.rest()) tally.look(debit !== 0n || credit !== 0n, name);
      return tally.check();
    },
  };
}

function nameOf({ account, postingMonth, insuranceType, book, fund, source, pool }: TotalRow): string {
  return [account, postingMonth, insuranceType, book, fund, source, pool].join(' ');
}
