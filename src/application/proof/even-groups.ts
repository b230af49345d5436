import type { EntryRow } from '#application/ports/ledger-rows';

/**
 * Groups the entries of one event that are `chosen`, and says of each group whether its debits equal its credits.
 * Events have few entries: comparing them with each other is faster than any key made of their fields.
 */
export function evenGroups(
  entries: readonly EntryRow[],
  chosen: (entry: EntryRow) => boolean,
  isSame: (a: EntryRow, b: EntryRow) => boolean,
): readonly boolean[] {
  const firsts: EntryRow[] = [];
  const sums: bigint[] = [];
  for (const entry of entries) {
    if (!chosen(entry)) continue;
    const at = firsts.findIndex((first) => isSame(first, entry));
    if (at === -1) {
      firsts.push(entry);
      sums.push(balanceOf(entry));
    } else sums[at] = (sums[at] ?? 0n) + balanceOf(entry);
  }
  return sums.map((sum) => sum === 0n);
}

/** Debit less credit in fen; one of the two is nil. */
function balanceOf({ debit, credit }: EntryRow): bigint {
  if (credit === '0') return BigInt(debit);
  return debit === '0' ? -BigInt(credit) : BigInt(debit) - BigInt(credit);
}
