import type { StoredLedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead, LedgerReport } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';
import type { Decision } from '#kernel/decision';

/** Seals the ledger while the program runs, and verifies it; refuses an unusable key. */
export interface LedgerProof {
  /** Seals from now on until the database is closed; returns a notice when a demonstration key was created. */
  startSealing(): Promise<Decision<Bilingual | undefined>>;
  /** Verifies against an exported head, otherwise the one kept beside the key, where there is one. */
  verify(head?: ChainHead): Promise<Decision<LedgerReport>>;
  /** Lets `read` read the whole ledger at one instant, with the keys at hand. */
  read<T>(read: (rows: StoredLedgerRows, seals: LedgerSeals) => Promise<T>): Promise<Decision<T>>;
}
