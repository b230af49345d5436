import type {
  FundProjectionStore,
  FundProjectionSummary,
  StoredFundProjection,
} from '#application/ports/fund-projection-store';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';

const SUMMARY_COLUMNS = [
  'id',
  'packId',
  'packHash',
  'name',
  'note',
  'engineVersion',
  'resultHash',
  'recordedAt',
] as const;

/** The port on PostgreSQL. Insert-only: the application's role has no right to change or delete. */
export function createFundProjectionStore(database: Database): FundProjectionStore {
  const find = (id: string): Promise<StoredFundProjection | undefined> =>
    database
      .selectFrom('fundProjection')
      .select([...SUMMARY_COLUMNS, 'asked', 'result'])
      .where('id', '=', id)
      .executeTakeFirst();
  return {
    /** Of several that keep one id at once, the insert of one wins; the others wait for it and read it. */
    async keepProjection(projection: StoredFundProjection): Promise<StoredFundProjection> {
      await database
        .insertInto('fundProjection')
        .values(projection)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return present(await find(projection.id), `projection ${projection.id} as it was just kept`);
    },

    findProjection: find,

    listProjections: (): Promise<readonly FundProjectionSummary[]> =>
      database
        .selectFrom('fundProjection')
        .select(SUMMARY_COLUMNS)
        .orderBy('recordedAt', 'desc')
        .orderBy('id')
        .execute(),
  };
}
