import type { ChainHead, LedgerCheck } from '#application/ports/ledger-verifier';

/** What a verification found, who asked for it and when (ISO 8601 in UTC). */
export interface KeptVerification {
  readonly by: string;
  readonly at: string;
  /** The last block that was proved; null where nothing was sealed. */
  readonly head: ChainHead | null;
  readonly unsealed: bigint;
  /** Figures without examples, which name rows of places that not every reader sees. */
  readonly checks: readonly Omit<LedgerCheck, 'examples'>[];
}

/** Verifications of the ledger. They are added and never changed. */
export interface VerificationStore {
  keep(verification: KeptVerification): Promise<void>;
  /** The newest first. */
  list(limit: number): Promise<readonly KeptVerification[]>;
}
