import type { FundServices } from '#application/fund/services';
import { whyNotBinding } from '#application/packs/check-binding';
import { openPackRef } from '#application/packs/open-pack-ref';
import { artefactOf } from '#application/packs/pack-artefact';
import { planJournal, type Journal } from '#domain/fund/journal';
import { refuse, type Decision } from '#kernel/decision';

/** Opens the journal of a pack, by id or stored hash, to read what was posted by it. */
export async function openJournal(services: FundServices, ref: string): Promise<Decision<Journal>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  return pack.allowed ? planJournal(pack.value) : pack;
}

/**
 * Opens the journal to post by in books of these places, and registers it with the ledger so that events may cite it;
 * repeating this changes nothing. Refuses a draft, which moves no money (SC-eff), and the pack of another place, which
 * does not bind here.
 */
export async function openJournalFor(
  services: FundServices,
  ref: string,
  places: readonly string[],
): Promise<Decision<Journal>> {
  const pack = await openPackRef(services, services.packLifeStore, ref);
  if (!pack.allowed) return pack;
  const against = whyNotBinding(pack.value, places);
  if (against !== undefined) return refuse(against);
  const journal = planJournal(pack.value);
  if (!journal.allowed) return journal;
  await services.ledgerStore.registerJournal(artefactOf(pack.value));
  return journal;
}
