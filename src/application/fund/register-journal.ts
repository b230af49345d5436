import type { FundServices } from '#application/fund/services';
import { whyNotBinding } from '#application/packs/check-binding';
import { openPackRef } from '#application/packs/open-pack-ref';
import { planJournal, type Journal } from '#domain/fund/journal';
import { refuse, type Decision } from '#kernel/decision';

/** The journal of the pack that a text names, an id or the hash of a stored version: to read what was posted by it. */
export async function openJournal(services: FundServices, ref: string): Promise<Decision<Journal>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  return pack.allowed ? planJournal(pack.value) : pack;
}

/**
 * The journal to post by in books of these places, kept with the ledger so that events may cite it; a second time it is kept
 * already. A draft moves no money (SC-eff), nor does the pack of another place: its clauses bind nobody here.
 */
export async function openJournalFor(
  services: FundServices,
  ref: string,
  places: readonly string[],
): Promise<Decision<Journal>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  if (!pack.allowed) return pack;
  const { hash, artefact, raw } = pack.value;
  const against = whyNotBinding(pack.value, places);
  if (against !== undefined) return refuse(against);
  const journal = planJournal(pack.value);
  if (!journal.allowed) return journal;
  await services.ledgerStore.registerJournal({ hash, packId: raw.id, text: artefact });
  return journal;
}
