import { sql, type Transaction } from 'kysely';
import { expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { decideWithin, Undone } from '#application/transaction/decide-within';
import { allow, refuse } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { reasonMissing } from '#kernel/reason-missing';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { createPlaceStore } from '#storage/place/place-store';
import { codesOf } from '#tests/support/decided';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { NOW } from '#tests/support/ledger-bench';

type Within = Transaction<Tables>;

describeOnPostgres('one transaction of a use case', (database) => {
  const store = () => {
    const connection = database().connect('application');
    return {
      connection,
      within: <T>(scope: typeof MACHINE_SCOPE, work: (within: Within) => Promise<T>) =>
        transact(connection, scope, work),
    };
  };
  const record = (within: Within, path: string) =>
    within
      .insertInto('place')
      .values({
        path,
        nameZh: path,
        nameEn: path,
        since: '2020-01-01' as PlainDate,
        recordedBy: null,
        recordedAt: NOW,
      })
      .execute();
  const recorded = async (): Promise<readonly string[]> =>
    (await createPlaceStore(store().connection).listPlaces(MACHINE_SCOPE)).map(({ path }) => path);

  test('is undone whole by a refusal, by one of the store as well, and kept by what is allowed', async () => {
    const refused = await decideWithin(store(), MACHINE_SCOPE, async (within) => {
      await record(within, 'one');
      return refuse(reasonMissing());
    });
    const collided = await decideWithin(store(), MACHINE_SCOPE, async (within) => {
      await record(within, 'two');
      throw new Undone([reasonMissing('note')]);
    });
    expect([codesOf(refused), codesOf(collided)]).toEqual([['reason_missing'], ['reason_missing']]);
    expect(await recorded()).toEqual([]);
    await decideWithin(store(), MACHINE_SCOPE, async (within) => allow(await record(within, 'three')));
    expect(await recorded()).toEqual(['three']);
  });

  test('is done again where the server undid it to end a deadlock', async () => {
    const { connection } = store();
    let starts = 0;
    const lockInOrder = (first: number, second: number) =>
      transact(connection, MACHINE_SCOPE, async (within) => {
        starts += 1;
        await sql`SELECT pg_advisory_xact_lock(${first})`.execute(within);
        await sql`SELECT pg_sleep(0.3)`.execute(within);
        await sql`SELECT pg_advisory_xact_lock(${second})`.execute(within);
        return first;
      });
    expect(await Promise.all([lockInOrder(1, 2), lockInOrder(2, 1)])).toEqual([1, 2]);
    expect(starts).toBe(3);
  });
});
