import type { LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead, LedgerReport } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';
import type { Decision } from '#kernel/decision';

/** What makes the ledger provable while the program runs, and the proof itself. A key that will not do is refused. */
export interface LedgerProof {
  /** Seals from now on until the database is closed; gives a notice when a demonstration key was made for it. */
  startSealing(): Promise<Decision<Bilingual | undefined>>;
  /** Verifies against a head that was exported, or else the one kept beside the key, where there is one. */
  verify(head?: ChainHead): Promise<Decision<LedgerReport>>;
  /** Gives the whole ledger at one instant to be read, for the time of `read`, with the keys that are there. */
  read<T>(read: (rows: LedgerRows, seals: LedgerSeals) => Promise<T>): Promise<Decision<T>>;
}
