import type { EntryRow, LedgerRows, TotalRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createTally } from '#application/proof/tally';

interface Sum {
  debit: bigint;
  credit: bigint;
}

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
  const chosen = pools === null ? null : new Set(pools);
  const sums = new Map<string, Sum>();
  return {
    add: (entry) => {
      if (chosen?.has(entry.pool) === false) return;
      const key = keyOf(entry);
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { debit: BigInt(entry.debit), credit: BigInt(entry.credit) });
      else if (entry.credit === '0') sum.debit += BigInt(entry.debit);
      else {
        sum.credit += BigInt(entry.credit);
        if (entry.debit !== '0') sum.debit += BigInt(entry.debit);
      }
    },
    compare: async (rows) => {
      for await (const batch of rows.totals()) {
        for (const total of batch) {
          const key = keyOf(total);
          const { debit, credit } = sums.get(key) ?? { debit: 0n, credit: 0n };
          sums.delete(key);
          tally.look(BigInt(total.debit) !== debit || BigInt(total.credit) !== credit, nameOf(key));
        }
      }
      for (const [key, { debit, credit }] of sums) tally.look(debit !== 0n || credit !== 0n, nameOf(key));
      return tally.check();
    },
  };
}

/** Accounts and months hold no bar. */
function keyOf(row: EntryRow | TotalRow): string {
  return `${row.account}|${row.postingMonth}|${row.insuranceType}|${row.book}|${row.fund}|${row.source}|${row.pool}`;
}

function nameOf(key: string): string {
  return key.replaceAll('|', ' ');
}
