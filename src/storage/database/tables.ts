import type { ColumnType, Generated } from 'kysely';
import type { StoredFundProjection } from '#application/ports/fund-projection-store';
import type { StoredRun } from '#application/ports/run-store';
import type { StoredScenario } from '#application/ports/scenario-store';
import type { PackEvent } from '#domain/pack-life/pack-event';
import type { AdjustmentYearTables } from '#storage/adjustment-year/tables';
import type { BudgetTables } from '#storage/budget/tables';
import type { IdentityTables } from '#storage/identity/tables';
import type { MonitoringTables } from '#storage/monitoring/tables';
import type { PayoutTables } from '#storage/payout/tables';
import type { PlaceTables } from '#storage/place/tables';
import type { ReconciliationTables } from '#storage/reconciliation/tables';
import type { StatementTables } from '#storage/statement/tables';
import type { SupervisionTables } from '#storage/supervision/tables';

/** Written by the database when the row is inserted. */
type StampedByDatabase = ColumnType<string, never, never>;

/** Once written, never updated. */
type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

type PackArtefactTable = Immutable<{ hash: string; packId: string; text: string }> & {
  readonly keptAt: StampedByDatabase;
};

type LedgerVerificationTable = Immutable<{
  verifiedBy: string;
  verifiedAt: string;
  headNumber: string | null;
  headLastNumber: string | null;
  headMac: string | null;
  unsealed: bigint;
  checks: string;
}> & { readonly id: Generated<bigint> };

/** The tables of schema `tongchou`; Kysely writes `packId` as `pack_id`. */
export interface Tables
  extends
    AdjustmentYearTables,
    BudgetTables,
    IdentityTables,
    MonitoringTables,
    PayoutTables,
    PlaceTables,
    ReconciliationTables,
    StatementTables,
    SupervisionTables {
  readonly fundProjection: Immutable<StoredFundProjection>;
  readonly ledgerVerification: LedgerVerificationTable;
  readonly packArtefact: PackArtefactTable;
  readonly packEvent: Immutable<PackEvent & { readonly userId: string | null }>;
  readonly run: Immutable<StoredRun>;
  readonly scenario: Immutable<StoredScenario>;
}
