import type { PackArtefact, RunStore, RunSummary, StoredRun } from '#application/ports/run-store';
import { sql } from 'kysely';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';

const SUMMARY_COLUMNS = [
  'id',
  'command',
  'packId',
  'packHash',
  'engineVersion',
  'year',
  'scheme',
  'dataNote',
  'resultHash',
  'recordedAt',
] as const;

/** The port on PostgreSQL. Insert-only: the application's role has no right to change or delete. */
export function createRunStore(database: Database): RunStore {
  return {
    async keepArtefact({ hash, packId, text }: PackArtefact): Promise<void> {
      await database
        .insertInto('packArtefact')
        .values({ hash, packId, text })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
    },

    findArtefact: (hash: string): Promise<PackArtefact | undefined> =>
      database
        .selectFrom('packArtefact')
        .select(['hash', 'packId', 'text'])
        .where('hash', '=', hash)
        .executeTakeFirst(),

    /** Of several that keep one id at once, the insert of one wins; the others wait for it and read it. */
    async keepRun(run: StoredRun): Promise<StoredRun> {
      await database
        .insertInto('run')
        .values(run)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return present(await findRun(database, run.id), `run ${run.id} as it was just kept`);
    },

    findRun: (id: string): Promise<StoredRun | undefined> => findRun(database, id),

    listRuns: (of): Promise<readonly RunSummary[]> =>
      database
        .selectFrom('run')
        .select(SUMMARY_COLUMNS)
        .$if(of === 'calculators', (query) =>
          query.where(sql<boolean>`NOT EXISTS (SELECT FROM adjustment_year_run AS y WHERE y.run = run.id)`),
        )
        .orderBy('recordedAt', 'desc')
        .orderBy('id')
        .execute(),
  };
}

function findRun(database: Database, id: string): Promise<StoredRun | undefined> {
  return database
    .selectFrom('run')
    .select([...SUMMARY_COLUMNS, 'input', 'result'])
    .where('id', '=', id)
    .executeTakeFirst();
}
