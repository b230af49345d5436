import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import { openStoredPack } from '#application/packs/stored-pack';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import {
  adjustmentReport,
  type AdjustmentReport,
  type ReportWords,
} from '#application/reconciliation/adjustment-report';
import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import { planJournal } from '#domain/fund/journal';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';

type Needs = Omit<ReconciliationServices, 'readStatementFile'> &
  Pick<IdentityServices, 'identityStore'> & {
    readonly packLifeStore: Pick<PackLifeStore, 'findHashes' | 'findArtefact'>;
  };

/**
 * Reports the balance adjustment statement of a month for a file, with the names of the proposer, confirmer and closer.
 */
export async function reportAdjustment(
  services: Needs,
  scope: Scope,
  id: string,
): Promise<Decision<AdjustmentReport>> {
  const period = await openReconciliation(services, scope, id);
  if (!period.allowed) return period;
  const { statement, closing } = period.value;
  const signers = [closing?.proposedBy, closing?.confirmedBy, closing?.decidedBy];
  const { nameOf } = await namePeople(
    services,
    signers.map((id) => id ?? null),
  );
  const { pool } = statement;
  const name = (await services.placeStore.findPool(scope, pool))?.name ?? { zh: pool, en: pool };
  const templateOf = await templateNames(services, scope, statement);
  return allow(adjustmentReport(period.value, name, { nameOf, templateOf }));
}

/** Reads the names of templates, from the pack version that last posted to the books. */
async function templateNames(
  { reconciliationStore, packLifeStore, hash }: Needs,
  scope: Scope,
  books: BooksOf,
): Promise<ReportWords['templateOf']> {
  const packHash = await reconciliationStore.within(scope, (office) => office.findJournal(books));
  if (packHash === undefined) return () => undefined;
  const pack = await openStoredPack(packLifeStore, hash, packHash);
  const journal = pack.allowed ? planJournal(pack.value) : pack;
  return (id) => (journal.allowed ? journal.value.templates.get(id)?.name.zh : undefined);
}
