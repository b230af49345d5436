import { sql } from 'kysely';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PackEvent } from '#domain/pack-life/pack-event';
import type { Database } from '#storage/database/connect';
import { collisionOf } from '#storage/database/collision';
import { createRunStore } from '#storage/run-store';

const COLUMNS = [
  'packId',
  'sequence',
  'packHash',
  'event',
  'actor',
  'at',
  'effectiveFrom',
  'note',
  'casesHash',
] as const;

/** The port on PostgreSQL. Insert-only: the application's role has no right to change or delete. */
export function createPackLifeStore(database: Database): PackLifeStore {
  const runs = createRunStore(database);
  return {
    keepArtefact: (artefact) => runs.keepArtefact(artefact),
    findArtefact: (hash) => runs.findArtefact(hash),

    async findHashes(prefix: string): Promise<readonly string[]> {
      const rows = await database
        .selectFrom('packArtefact')
        .select('hash')
        .where(sql<boolean>`starts_with(hash, ${prefix})`)
        .orderBy('hash')
        .execute();
      return rows.map(({ hash }) => hash);
    },

    listEvents: (packId?: string): Promise<readonly PackEvent[]> =>
      database
        .selectFrom('packEvent')
        .select(COLUMNS)
        .$if(packId !== undefined, (query) => query.where('packId', '=', packId ?? ''))
        .orderBy(sql`pack_id COLLATE "C"`)
        .orderBy('sequence')
        .execute(),

    /** One statement, so all or none. */
    async record(events: readonly PackEvent[], userId: string | null): Promise<boolean> {
      try {
        await database
          .insertInto('packEvent')
          .values(events.map((event) => ({ ...event, userId })))
          .execute();
        return true;
      } catch (error) {
        if (collisionOf(error, { pack_event_pkey: true })) return false;
        throw error;
      }
    },
  };
}
