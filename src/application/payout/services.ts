import type { BudgetGate } from '#application/ports/budget-gate';
import type { CsvReader } from '#application/ports/csv-reader';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { PayoutStore } from '#application/ports/payout-store';
import type { PlaceStore } from '#application/ports/place-store';

/** The services that the use cases of bank accounts and payments need. */
export interface PayoutServices {
  readonly payoutStore: PayoutStore;
  readonly placeStore: PlaceStore;
  readonly ledgerReader: Pick<LedgerReader, 'listBooks' | 'listBalances'>;
  readonly budgetGate: BudgetGate;
  readonly readCsv: CsvReader;
  /** SHA-256 as 64 hexadecimal digits. */
  readonly hash: (text: string) => string;
}
