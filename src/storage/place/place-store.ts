import { sql, type Kysely } from 'kysely';
import type { PlaceStore, Pool, RegisterRows } from '#application/ports/place-store';
import type { Bilingual } from '#kernel/bilingual';
import { collisionOf } from '#storage/database/collision';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { inScope } from '#storage/identity/in-scope';

/** Somebody else has recorded the place, pool, end, membership or pooling since the register was read. */
const TAKEN = {
  place_pkey: 'taken_meanwhile',
  place_end_pkey: 'taken_meanwhile',
  pool_pkey: 'taken_meanwhile',
  fund_member_pkey: 'taken_meanwhile',
  pooling_pkey: 'taken_meanwhile',
} as const;

/** The port on PostgreSQL; row security leaves out what lies outside of the scope. */
export function createPlaceStore(database: Database): PlaceStore {
  return {
    listPlaces: (scope) =>
      inScope(database, scope, async (within) => {
        const rows = await within
          .selectFrom('place')
          .leftJoin('placeEnd', 'placeEnd.path', 'place.path')
          .select(['place.path', 'nameZh', 'nameEn', 'since', 'until'])
          .orderBy(sql`place.path COLLATE "C"`)
          .execute();
        return rows.map(({ nameZh, nameEn, ...place }) => ({ ...place, name: { zh: nameZh, en: nameEn } }));
      }),

    listPools: (scope) =>
      inScope(database, scope, async (within) => {
        const rows = await selectPools(within)
          .orderBy(sql`place COLLATE "C"`)
          .orderBy(sql`id COLLATE "C"`)
          .execute();
        return rows.map(poolOf);
      }),

    findPool: (scope, id) =>
      inScope(database, scope, async (within) => {
        const row = await selectPools(within).where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : poolOf(row);
      }),

    listPoolings: (scope) =>
      inScope(database, scope, (within) =>
        within
          .selectFrom('pooling')
          .select(['place', 'pool', 'since', 'basis'])
          .orderBy(sql`place COLLATE "C"`)
          .orderBy('since')
          .execute(),
      ),

    listMemberships: (scope) =>
      inScope(database, scope, (within) =>
        within
          .selectFrom('fundMember')
          .select(['pool', 'fund', 'since'])
          .orderBy(sql`pool COLLATE "C"`)
          .orderBy('since')
          .execute(),
      ),

    async record(scope, rows, by, now) {
      try {
        await transact(database, scope, (within) =>
          insertRows(within, rows, { recordedBy: by, recordedAt: now }),
        );
        return 'recorded';
      } catch (error) {
        const taken = collisionOf(error, TAKEN);
        if (taken === undefined) throw error;
        return taken;
      }
    },
  };
}

/* The query's type is long and follows from its columns; callers check it against the port. */
function selectPools(within: Kysely<Tables>) {
  return within
    .selectFrom('pool')
    .select(['id', 'kind', 'nameZh', 'nameEn', 'place', 'since'])
    .select((row) =>
      row
        .selectFrom('fundMember')
        .select('fundMember.fund')
        .whereRef('fundMember.pool', '=', 'pool.id')
        .orderBy('fundMember.since', 'desc')
        .limit(1)
        .as('fund'),
    );
}

function poolOf({
  nameZh,
  nameEn,
  ...pool
}: Omit<Pool, 'name'> & { readonly nameZh: string; readonly nameEn: string }): Pool {
  return { ...pool, name: { zh: nameZh, en: nameEn } };
}

/** Rows at a time: a statement takes 65,535 values at most, and a province has some ten thousand villages. */
const ROWS_AT_A_TIME = 5000;

async function insertRows(
  within: Kysely<Tables>,
  { places, placeEnds, pools, memberships, poolings }: RegisterRows,
  recorded: { readonly recordedBy: string | null; readonly recordedAt: string },
): Promise<void> {
  for (const part of parts(places)) {
    const values = part.map(({ path, name, since }) => ({ path, ...inColumns(name), since, ...recorded }));
    await within.insertInto('place').values(values).execute();
  }
  for (const part of parts(placeEnds)) {
    const values = part.map(({ path, until }) => ({ path, until, ...recorded }));
    await within.insertInto('placeEnd').values(values).execute();
  }
  for (const part of parts(pools)) {
    const values = part.map(({ id, kind, name, place, since }) => ({
      id,
      kind,
      ...inColumns(name),
      place,
      since,
      ...recorded,
    }));
    await within.insertInto('pool').values(values).execute();
  }
  for (const part of parts(memberships)) {
    const values = part.map(({ pool, fund, since }) => ({ pool, fund, since, ...recorded }));
    await within.insertInto('fundMember').values(values).execute();
  }
  for (const part of parts(poolings)) {
    const values = part.map(({ place, pool, since, basis }) => ({ place, pool, since, basis, ...recorded }));
    await within.insertInto('pooling').values(values).execute();
  }
}

function inColumns({ zh, en }: Bilingual): { readonly nameZh: string; readonly nameEn: string } {
  return { nameZh: zh, nameEn: en };
}

function parts<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / ROWS_AT_A_TIME);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * ROWS_AT_A_TIME, (index + 1) * ROWS_AT_A_TIME),
  );
}
