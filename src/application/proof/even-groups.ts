import type { EntryRow } from '#application/ports/ledger-rows';

/** Shorter amounts are exact as numbers, and so is the sum of an event's few. */
const EXACT_DIGITS = 14;
const NONE: readonly boolean[] = [];

/**
 * Groups the entries of one event that are `chosen`, and says of each group whether its debits equal its credits.
 * Events have few entries: comparing them with each other is faster than any key made of their fields.
 */
export function evenGroups(
  entries: readonly EntryRow[],
  chosen: (entry: EntryRow) => boolean,
  isSame: (a: EntryRow, b: EntryRow) => boolean,
): readonly boolean[] {
  if (!entries.some(chosen)) return NONE;
  const isExact = entries.length < 64 && entries.every(isShort);
  const firsts: EntryRow[] = [];
  const sums: (number | bigint)[] = [];
  for (const entry of entries) {
    if (!chosen(entry)) continue;
    let at = 0;
    for (let first = firsts[at]; first !== undefined && !isSame(first, entry); first = firsts[at]) at += 1;
    if (at === firsts.length) {
      firsts.push(entry);
      sums.push(isExact ? exactBalanceOf(entry) : balanceOf(entry));
    } else if (isExact) sums[at] = Number(sums[at]) + exactBalanceOf(entry);
    else sums[at] = BigInt(sums[at] ?? 0) + balanceOf(entry);
  }
  return sums.map((sum) => sum === 0 || sum === 0n);
}

function isShort({ debit, credit }: EntryRow): boolean {
  return debit.length <= EXACT_DIGITS && credit.length <= EXACT_DIGITS;
}

/** Debit less credit in fen. */
function balanceOf({ debit, credit }: EntryRow): bigint {
  return BigInt(debit) - BigInt(credit);
}

/** The same of amounts that a number holds exactly; one of the two is nil. */
function exactBalanceOf({ debit, credit }: EntryRow): number {
  return credit === '0' ? Number(debit) : Number(debit) - Number(credit);
}
