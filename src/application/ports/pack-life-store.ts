import type { PackArtefact } from '#application/ports/run-store';
import type { PackEvent } from '#domain/pack-life/pack-event';

/** Stores versions of packs and their events; nothing is changed or deleted. */
export interface PackLifeStore {
  /** Keeps the artefact; a second time with the same hash is the same artefact and does nothing. */
  keepArtefact(artefact: PackArtefact): Promise<void>;
  findArtefact(hash: string): Promise<PackArtefact | undefined>;
  /** Hashes of the stored versions that begin with the text, in order; also those that only a run has used. */
  findHashes(prefix: string): Promise<readonly string[]>;
  /** Lists events by pack and number, of one pack where given. */
  listEvents(packId?: string): Promise<readonly PackEvent[]>;
  /**
   * Records events of one decision, all or none; false where others have recorded on this pack meanwhile.
   * @param userId who was signed in; null where the name is declared by whoever controls the machine
   */
  record(events: readonly PackEvent[], userId: string | null): Promise<boolean>;
}
