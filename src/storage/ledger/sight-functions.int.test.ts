import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { Scope } from '#domain/identity/account';
import type { PlainDate } from '#kernel/plain-date';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';
import { createPlaceStore } from '#storage/place/place-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND, NOW, REGISTER } from '#tests/support/ledger-bench';

const SINCE = '2020-01-01' as PlainDate;
const MATTERS = ['person', 'contribution', 'payment', 'reconciliation'] as const;
type Part = Scope['parts'][number];

const SCOPES: readonly (readonly Part[])[] = [
  [],
  [{ place: '*', department: '*' }],
  [{ place: FUND, department: 'finance' }],
  [{ place: `${FUND}/east`, department: '*' }],
  [{ place: `${FUND}/eas`, department: '*' }],
  [
    { place: `${FUND}/east`, department: 'tax' },
    { place: `${FUND}/west`, department: 'health_insurance' },
  ],
  [
    { place: FUND, department: 'audit' },
    { place: `${FUND}/north`, department: 'tax' },
  ],
];

describeOnPostgres('the pools that a transaction sees', (database) => {
  let connection: Database;
  beforeAll(async () => {
    connection = database().connect('application');
    const places = createPlaceStore(connection);
    await places.record(MACHINE_SCOPE, REGISTER, null, NOW);
    const name = { zh: 'east2', en: 'east2' };
    const beside = { path: `${FUND}/east2`, name, since: SINCE };
    const pool = { id: 'east2', kind: 'pool', name, place: beside.path, since: SINCE } as const;
    const none = { placeEnds: [], memberships: [], poolings: [] };
    await places.record(MACHINE_SCOPE, { places: [beside], pools: [pool], ...none }, null, NOW);
  });

  test.each(SCOPES.map((parts) => [JSON.stringify(parts), parts] as const))(
    'are those whose place each part of the scope covers by itself, for every matter (SC-3.2): %s',
    async (_, parts) => {
      await inScope(connection, { userId: 'u', parts }, async (within) => {
        const ids = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<readonly string[]> =>
          (await query.execute(within)).rows.map(({ id }) => id).toSorted();
        expect(await ids(sql`SELECT pools_in_scope() AS id`)).toEqual(
          await ids(sql`SELECT id FROM pool WHERE in_scope(place, NULL)`),
        );
        for (const matter of MATTERS) {
          expect(await ids(sql`SELECT pools_in_sight(${matter}) AS id`)).toEqual(
            await ids(sql`SELECT p.id FROM pool AS p WHERE EXISTS (SELECT FROM department_sight AS s
              WHERE s.matter = ${matter} AND in_scope(p.place, s.department))`),
          );
        }
      });
    },
  );

  test('a place whose name begins with that of another is not below it', async () => {
    const east: Scope = { userId: 'u', parts: [{ place: `${FUND}/east`, department: '*' }] };
    const { rows } = await inScope(connection, east, (within) =>
      sql<{ id: string }>`SELECT pools_in_scope() AS id`.execute(within),
    );
    expect(rows).toEqual([{ id: 'east' }]);
  });
});
