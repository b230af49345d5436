import type { Bilingual } from '#kernel/bilingual';

/** One check of `tongchou verify`: the number of things checked, the number of faults, and the first of them. */
export interface LedgerCheck {
  readonly name: string;
  readonly title: Bilingual;
  readonly checked: bigint;
  readonly wrong: bigint;
  /** Number of things not judged for want of a key; reported, but no fault. */
  readonly unproved: bigint;
  /** The first faults in words; empty when there is none. */
  readonly examples: readonly string[];
}

/** The last block of the chain, as it can be kept elsewhere. */
export interface ChainHead {
  readonly number: string;
  readonly lastNumber: string;
  readonly mac: string;
}

export interface LedgerReport {
  readonly checks: readonly LedgerCheck[];
  /** Ids of the keys without which blocks count as wrong; empty where each is at hand, or none is asked for. */
  readonly missingKeys: readonly string[];
  readonly head: ChainHead | null;
  /** Rows that no block seals yet: those of about the last second. */
  readonly unsealed: bigint;
  /** Sealed rows that were not given to be read, only their hashes; none where the whole ledger was read. */
  readonly withheld: bigint;
}

export interface LedgerVerifier {
  /** Reads the whole ledger at one instant; `head` is one exported before, which must still be in the chain. */
  verify(head: ChainHead | null): Promise<LedgerReport>;
}
