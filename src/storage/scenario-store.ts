import type { ScenarioStore, StoredScenario, StoredScenarioSummary } from '#application/ports/scenario-store';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';

const SUMMARY_COLUMNS = [
  'id',
  'runId',
  'name',
  'note',
  'values',
  'projection',
  'engineVersion',
  'resultHash',
  'recordedAt',
] as const;

/** The port on PostgreSQL. Insert-only: the application's role has no right to change or delete. */
export function createScenarioStore(database: Database): ScenarioStore {
  return {
    /** Of several that keep one id at once, the insert of one wins; the others wait for it and read it. */
    async keepScenario(scenario: StoredScenario): Promise<StoredScenario> {
      await database
        .insertInto('scenario')
        .values(scenario)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return present(
        await findScenario(database, scenario.id),
        `scenario ${scenario.id} as it was just kept`,
      );
    },

    findScenario: (id: string): Promise<StoredScenario | undefined> => findScenario(database, id),

    listScenarios: (runId?: string): Promise<readonly StoredScenarioSummary[]> =>
      database
        .selectFrom('scenario')
        .select(SUMMARY_COLUMNS)
        .$if(runId !== undefined, (query) => query.where('runId', '=', runId ?? ''))
        .orderBy('recordedAt', 'desc')
        .orderBy('id')
        .execute(),
  };
}

function findScenario(database: Database, id: string): Promise<StoredScenario | undefined> {
  return database
    .selectFrom('scenario')
    .select([...SUMMARY_COLUMNS, 'result'])
    .where('id', '=', id)
    .executeTakeFirst();
}
