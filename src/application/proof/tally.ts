import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';

/** How many faults of a check are named; all are counted. */
const MOST_EXAMPLES = 5;

/** Counts what a check looks at, and its faults. */
export interface Tally {
  /** One thing looked at; `name` says which where it is wrong. */
  readonly look: (isWrong: boolean, name: string) => void;
  /** One thing that cannot be judged for want of a key. */
  readonly unproved: () => void;
  /** Something wrong besides what is counted as looked at. */
  readonly fault: (name: string) => void;
  readonly check: () => LedgerCheck;
}

export function createTally(name: string, title: Bilingual): Tally {
  const examples: string[] = [];
  let checked = 0;
  let wrong = 0;
  let unproved = 0;
  const fault = (of: string): void => {
    wrong += 1;
    if (examples.length < MOST_EXAMPLES) examples.push(of);
  };
  return {
    look: (isWrong, of) => {
      checked += 1;
      if (isWrong) fault(of);
    },
    unproved: () => {
      unproved += 1;
    },
    fault,
    check: () => ({
      name,
      title,
      checked: BigInt(checked),
      wrong: BigInt(wrong),
      unproved: BigInt(unproved),
      examples,
    }),
  };
}
