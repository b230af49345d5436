import type { FundServices } from '#application/fund/services';
import { openPackRef } from '#application/packs/open-pack-ref';
import type { LedgerStore } from '#application/ports/ledger-store';
import { planJournal, type Journal } from '#domain/fund/journal';
import type { Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** Keeps a pack version with its journal templates, so that events may cite it; a second time it does nothing. */
async function registerJournalOf(
  store: Pick<LedgerStore, 'registerJournal'>,
  pack: Pack,
): Promise<Decision<Journal>> {
  const journal = planJournal(pack);
  if (!journal.allowed) return journal;
  await store.registerJournal({ hash: pack.hash, packId: pack.raw.id, text: pack.artefact });
  return journal;
}

/** The journal of the pack that a text names, an id or the hash of a stored version; registered with the ledger. */
export async function openJournal(services: FundServices, ref: string): Promise<Decision<Journal>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  return pack.allowed ? registerJournalOf(services.ledgerStore, pack.value) : pack;
}
