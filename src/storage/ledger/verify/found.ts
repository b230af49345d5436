import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';

/** How many faults of a check are named; all are counted. */
const MOST_EXAMPLES = 5;

/** A check's outcome from the faults that it found. */
export function found(
  name: string,
  title: Bilingual,
  checked: bigint,
  faults: readonly string[],
): LedgerCheck {
  return { name, title, checked, wrong: BigInt(faults.length), examples: faults.slice(0, MOST_EXAMPLES) };
}
