import type { PlaceStore } from '#application/ports/place-store';
import type { ReconciliationStore } from '#application/ports/reconciliation-store';
import type { StatementFileReader } from '#application/ports/statement-file-reader';

/** The services that the use cases of reconciliation need. */
export interface ReconciliationServices {
  readonly reconciliationStore: ReconciliationStore;
  readonly placeStore: PlaceStore;
  readonly readStatementFile: StatementFileReader;
  /** SHA-256 as 64 hexadecimal digits. */
  readonly hash: (content: string) => string;
}
