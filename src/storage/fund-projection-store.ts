import type {
  FundProjectionStore,
  FundProjectionSummary,
  StoredFundProjection,
} from '#application/ports/fund-projection-store';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Kysely } from 'kysely';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { inScope } from '#storage/identity/in-scope';

const SUMMARY_COLUMNS = [
  'id',
  'packId',
  'packHash',
  'yearId',
  'name',
  'note',
  'engineVersion',
  'resultHash',
  'recordedAt',
] as const;

/** The port on PostgreSQL; row security leaves out what lies outside of the scope. Insert-only. */
export function createFundProjectionStore(database: Database): FundProjectionStore {
  return {
    /** Of several that keep one id at once, the insert of one wins; the others wait for it and read it. */
    keepProjection: (scope: Scope, projection: StoredFundProjection): Promise<StoredFundProjection> =>
      transact(database, scope, async (within) => {
        await within
          .insertInto('fundProjection')
          .values(projection)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        return present(await find(within, projection.id), `projection ${projection.id} as it was just kept`);
      }),

    findProjection: (scope: Scope, id: string): Promise<StoredFundProjection | undefined> =>
      inScope(database, scope, (within) => find(within, id)),

    listProjections: (scope: Scope): Promise<readonly FundProjectionSummary[]> =>
      inScope(database, scope, (within) =>
        within
          .selectFrom('fundProjection')
          .select(SUMMARY_COLUMNS)
          .orderBy('recordedAt', 'desc')
          .orderBy('id')
          .execute(),
      ),
  };
}

function find(within: Kysely<Tables>, id: string): Promise<StoredFundProjection | undefined> {
  return within
    .selectFrom('fundProjection')
    .select([...SUMMARY_COLUMNS, 'place', 'asked', 'result'])
    .where('id', '=', id)
    .executeTakeFirst();
}
