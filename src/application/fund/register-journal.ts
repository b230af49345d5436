import type { FundServices } from '#application/fund/services';
import { NATIONAL_PACK } from '#application/packs/national-pack';
import { openPackRef } from '#application/packs/open-pack-ref';
import { packNotInForce, packOfOtherPlace } from '#domain/fund/event-refusals';
import { planJournal, type Journal } from '#domain/fund/journal';
import { coversPlace } from '#domain/identity/place-path';
import { refuse, type Decision } from '#kernel/decision';
import { packPlaces, packStatus, type Pack } from '#rules/pack/pack';

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
  if (packStatus(pack.value) === 'draft') return refuse(packNotInForce(raw.id));
  const foreign = places.find((place) => !binds(pack.value, place));
  if (foreign !== undefined) return refuse(packOfOtherPlace(raw.id, foreign));
  const journal = planJournal(pack.value);
  if (!journal.allowed) return journal;
  await services.ledgerStore.registerJournal({ hash, packId: raw.id, text: artefact });
  return journal;
}

function binds(pack: Pack, place: string): boolean {
  return pack.raw.id === NATIONAL_PACK || packPlaces(pack).some((above) => coversPlace(above, place));
}
