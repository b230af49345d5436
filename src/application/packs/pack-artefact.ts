import type { PackArtefact } from '#application/ports/run-store';
import type { Pack } from '#rules/pack/pack';

/** Gives the text of a pack as stores keep it, under its hash. */
export function artefactOf({ hash, raw, artefact }: Pack): PackArtefact {
  return { hash, packId: raw.id, text: artefact };
}
