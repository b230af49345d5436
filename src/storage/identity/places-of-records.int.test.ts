import { expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { RECORD_KINDS } from '#application/identity/record-kinds';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { addPerson, identityServices, makeAdministrators, PEOPLE_NOW } from '#tests/support/identity-people';
import { ledgerServices } from '#tests/support/ledger-services';

describeOnPostgres('the places that records belong to', (database) => {
  test('are asked of every kind of record; an unknown one, or what is no id, has none', async () => {
    const { identityStore } = identityServices(database().connect('application'));
    for (const kind of RECORD_KINDS) {
      for (const id of ['1', 'none', '99999999999999999999']) {
        expect([kind, await identityStore.findPlacesOf([{ kind, id }])]).toEqual([kind, []]);
      }
    }
    expect(await identityStore.findPlacesOf([])).toEqual([]);
  });

  test('are found whoever asks, of a pool also before it is recorded and after', async () => {
    const connection = database().connect('application');
    const services = identityServices(connection);
    const { placeStore } = ledgerServices(connection);
    const administrators = await makeAdministrators(services);
    const user = { login: 'east', name: 'east', department: 'audit', place: 'yunhai/east' } as const;
    const id = await addPerson(services, administrators, user, [['auditor', 'yunhai/east']]);
    const records = [
      { kind: 'pools', id: 'east' },
      { kind: 'users', id },
    ] as const;
    expect(await services.identityStore.findPlacesOf(records)).toEqual(['yunhai/east']);
    expect(await services.identityStore.findPlacesOf([records[0]])).toEqual([]);
    const since = '2020-01-01' as never;
    const name = { zh: '东', en: 'East' };
    const none = { placeEnds: [], memberships: [], poolings: [] };
    const places = ['yunhai', 'yunhai/north'].map((path) => ({ path, name, since }));
    const pools = [{ id: 'east', kind: 'pool', name, place: 'yunhai/north', since }] as const;
    await placeStore.record(MACHINE_SCOPE, { ...none, places, pools }, null, PEOPLE_NOW);
    for (const _ of [1, 2]) {
      expect(await services.identityStore.findPlacesOf(records)).toEqual(['yunhai/east', 'yunhai/north']);
    }
  });
});
