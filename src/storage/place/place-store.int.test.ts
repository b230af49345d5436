import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { importRegister } from '#application/place/import-register';
import { readPoolHistory } from '#application/place/pool-history';
import { recordRegister } from '#application/place/record-register';
import type { PlaceStore } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { readCsvRows } from '#files/csv-rows';
import type { PlainDate } from '#kernel/plain-date';
import { createPlaceStore } from '#storage/place/place-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { PEOPLE_NOW } from '#tests/support/identity-people';

const HEAD = 'kind,place,id,name_zh,name_en,fund,since,until,basis';
const REGISTER = `${HEAD}
place,yunhai,,云海省,Yunhai,,1990-01-01,,
place,yunhai/linjiang/dongshan,,东山县,Dongshan,,1990-01-01,,
place,yunhai/linjiang,,临江市,Linjiang,,1990-01-01,,
place,yunhai/linjiang/jiuzhen,,旧镇,Jiuzhen,,1990-01-01,2015-12-31,
fund,yunhai,tiaoji,云海调剂金,Yunhai adjustment fund,,2024-01-01,,
pool,yunhai/linjiang,linjiang,临江统筹区,Linjiang pool,,2021-01-01,,
pool,yunhai/linjiang/dongshan,dongshan,东山统筹区,Dongshan pool,,2010-01-01,,
pooling,yunhai/linjiang/dongshan,linjiang,,,,2021-01-01,,云医保〔2020〕1号
member,,linjiang,,,tiaoji,2024-01-01,,
`;
const source = (text: string) => ({ file: 'register.csv', text });
const scopeOf = (place: string): Scope => ({ userId: 'someone', parts: [{ place, department: '*' }] });

describeOnPostgres('the register of places and pools', (database) => {
  let placeStore: PlaceStore;
  const needs = () => ({ placeStore, readCsv: readCsvRows });
  beforeAll(async () => {
    placeStore = createPlaceStore(database().connect('application'));
    const imported = await importRegister(needs(), MACHINE_SCOPE, source(REGISTER), PEOPLE_NOW);
    expect(imported).toMatchObject({ allowed: true });
  });

  test('is imported whole, whatever the order of its rows', async () => {
    expect((await placeStore.listPlaces(MACHINE_SCOPE)).map(({ path, until }) => [path, until])).toEqual([
      ['yunhai', null],
      ['yunhai/linjiang', null],
      ['yunhai/linjiang/dongshan', null],
      ['yunhai/linjiang/jiuzhen', '2015-12-31'],
    ]);
    expect((await placeStore.listPools(MACHINE_SCOPE)).map(({ id, fund }) => [id, fund])).toEqual([
      ['tiaoji', null],
      ['linjiang', 'tiaoji'],
      ['dongshan', null],
    ]);
  });

  test('SC-2.2-g, JH-4.7-e: tells which pool a county belonged to before it merged into the city’s', async () => {
    const history = await readPoolHistory({ placeStore }, MACHINE_SCOPE, 'dongshan');
    expect(history).toMatchObject({
      allowed: true,
      value: {
        pooled: [{ place: 'yunhai/linjiang/dongshan', since: '2010-01-01', before: '2021-01-01' }],
        ofPlace: [{ pool: 'dongshan' }, { pool: 'linjiang', since: '2021-01-01', before: null }],
      },
    });
  });

  describe('a faulty file', () => {
    test.each([
      ['place,yunhai/xx/yy,,甲,A,,2020-01-01,,', [['unknown_place', 'register.csv:2']]],
      ['place,yunhai/b,,,B,,2020-01-01,,', [['cell_missing', 'register.csv:2 name_zh']]],
      ['place,yunhai/b,,乙,B,,2020-13-01,,', [['bad_day', 'register.csv:2 since']]],
      ['place,yunhai/b,,乙,B,,2020-01-02,2020-01-01,', [['ends_before_start', 'register.csv:2']]],
      ['place,Yun Hai,,乙,B,,2020-01-01,,', [['bad_place', 'register.csv:2']]],
      ['place,yunhai,,云海省,Yunhai,,1990-01-01,,', [['already_recorded', 'register.csv:2']]],
      ['place,yunhai/b,p1,乙,B,,2020-01-01,,', [['cell_not_wanted', 'register.csv:2 id']]],
      ['pool,yunhai,bad id,乙,B,,2020-01-01,,', [['bad_pool_id', 'register.csv:2']]],
      ['member,,linjiang,,,dongshan,2025-01-01,,', [['unknown_fund', 'register.csv:2']]],
      ['member,,linjiang,,,tiaoji,2023-01-01,,', [['too_early', 'register.csv:2']]],
      ['pooling,yunhai,linjiang,,,,2022-01-01,,x', [['place_not_covered', 'register.csv:2']]],
      ['pooling,yunhai/linjiang,tiaoji,,,,2024-01-01,,x', [['unknown_pool', 'register.csv:2']]],
    ])('is refused with row and field: %s', async (row, expected) => {
      const text = `${HEAD}\n${row}\nplace,yunhai/good,,好,Good,,2020-01-01,,\n`;
      const refused = await importRegister(needs(), MACHINE_SCOPE, source(text), PEOPLE_NOW);
      expect(refused.allowed ? [] : refused.refusals.map(({ code, at }) => [code, at])).toEqual(expected);
      expect((await placeStore.listPlaces(MACHINE_SCOPE)).map(({ path }) => path)).not.toContain(
        'yunhai/good',
      );
    });
  });

  test('shows a scope its places and pools, and nothing above or beside them', async () => {
    const county = scopeOf('yunhai/linjiang/dongshan');
    expect((await placeStore.listPlaces(county)).map(({ path }) => path)).toEqual([
      'yunhai/linjiang/dongshan',
    ]);
    expect((await placeStore.listPools(county)).map(({ id }) => id)).toEqual(['dongshan']);
    expect(await placeStore.findPool(county, 'linjiang')).toBeUndefined();
    expect(await placeStore.findPool(scopeOf('yunhai/linjiang'), 'linjiang')).toMatchObject({
      kind: 'pool',
      name: { zh: '临江统筹区', en: 'Linjiang pool' },
      place: 'yunhai/linjiang',
      fund: 'tiaoji',
      since: '2021-01-01',
    });
    expect(await placeStore.listPlaces({ userId: 'someone', parts: [] })).toEqual([]);
  });

  test('takes an id that exists outside of the scope for taken, and writes nothing', async () => {
    const scope = { userId: 'machine', parts: [{ place: 'yunhai/linjiang', department: '*' as const }] };
    const since = '2022-01-01' as PlainDate;
    const name = { zh: '新', en: 'New' };
    const outcome = await recordRegister(
      { placeStore },
      scope,
      [
        { kind: 'place', at: 'a', path: 'yunhai/linjiang/new', name, since, until: null },
        { kind: 'pool', at: 'b', id: 'tiaoji', name, place: 'yunhai/linjiang/new', since },
      ],
      PEOPLE_NOW,
    );
    expect(outcome).toMatchObject({ refusals: [{ code: 'already_recorded' }] });
    expect(await placeStore.listPlaces(scopeOf('yunhai/linjiang/new'))).toEqual([]);
  });

  test('is not written in the name of another, nor outside of the scope', async () => {
    const none = { places: [], placeEnds: [], pools: [], memberships: [], poolings: [] };
    const place = {
      path: 'elsewhere',
      name: { zh: '别处', en: 'Elsewhere' },
      since: '2020-01-01' as PlainDate,
    };
    const rows = { ...none, places: [place] };
    await expect(placeStore.record(MACHINE_SCOPE, rows, 'ann', PEOPLE_NOW)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(placeStore.record(scopeOf('yunhai'), rows, 'someone', PEOPLE_NOW)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test.each(['place', 'place_end', 'pool', 'fund_member', 'pooling'])(
    'never changes a row of %s',
    async (table) => {
      const application = database().connect('application');
      for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET recorded_at = recorded_at`]) {
        await expect(sql.raw(change).execute(application)).rejects.toMatchObject({
          code: '42501',
        });
      }
    },
  );
});
