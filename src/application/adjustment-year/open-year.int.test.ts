import { expect, test } from 'vitest';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { openYear } from '#application/adjustment-year/open-year';
import type { YearServices } from '#application/adjustment-year/services';
import { viewYear, type YearView } from '#application/adjustment-year/year-view';
import type { Scope } from '#domain/identity/account';
import type { Month } from '#kernel/month';
import type { Database } from '#storage/database/connect';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import {
  allowed,
  codesOf,
  makeYearBench,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import type { FileOverrides } from '#tests/support/invented-pack';
import { FUND } from '#tests/support/ledger-bench';

const WANTED = { place: FUND, fund: FUND, insuranceType: 'employee', year: 2025, packId: 'yunhai' } as const;

/** As a register below a province would carry the place. */
const ELSEWHERE: FileOverrides = {
  'instrument.yaml': (old) =>
    old.replace('extends: [union]', 'places: [province/yunhai]\nextends: [union, national]'),
};

/** A policy that lists another pool in place of one that belongs to the fund. */
const WITH_SOUTH: FileOverrides = Object.fromEntries(
  ['places.yaml', 'values/benefit.yaml'].map((path) => [
    path,
    (old: string) => old.replaceAll('north', 'south'),
  ]),
);

describeOnPostgres('a fund at another path than its policy names', (database) => {
  test('opens no year: a policy is that of the places it names, and of what lies below them', async () => {
    const { services, maker } = await makeYearBench(database().connect('application'), ELSEWHERE);
    expect(codesOf(await openYear(services, maker, WANTED, YEAR_NOW))).toEqual(['pack_of_other_place pack']);
  });
});

describeOnPostgres('a fund whose members are not the pools of its policy', (database) => {
  test('idea 4: opens a year for a stated reason only, which the year keeps and shows', async () => {
    const { services, maker } = await makeYearBench(database().connect('application'), WITH_SOUTH);
    const open = (membersNote?: string): ReturnType<typeof openYear> =>
      openYear(services, maker, { ...WANTED, membersNote }, YEAR_NOW);
    expect(await open()).toMatchObject({ refusals: [{ code: 'members_differ', clause: 'YH-1' }] });
    expect(codesOf(await open(' '))).toEqual(['members_differ membersNote']);
    const { id } = allowed(await open('YH-2025-3'));
    const { members, steps } = await viewAs(services, maker, id);
    expect(members).toEqual({
      absent: [{ id: 'south', name: { zh: '北市', en: 'North' } }],
      unlisted: [{ id: 'north', name: { zh: 'north', en: 'north' } }],
      bookless: [],
      note: 'YH-2025-3',
    });
    expect(steps[0]).toMatchObject({ kind: 'opened', note: 'YH-2025-3' });
  });
});

/** The year as its maker sees it. */
async function viewAs(services: YearServices, maker: Scope, id: string): Promise<YearView> {
  const own = { login: 'maker', name: 'maker', department: 'health_insurance', place: FUND } as const;
  const account = { ...own, userId: maker.userId, mustChange: false, grants: [] };
  return allowed(await viewYear(services, account, maker, id, YEAR_NOW));
}

const RESIDENTS = { ...WANTED, insuranceType: 'resident' } as const;

/** The policy says that one of its pools pools employees alone. */
const NORTH_OF_EMPLOYEES: FileOverrides = {
  'places.yaml': (old) => old.replace('{ id: north,', '{ id: north, schemes: [employee],'),
};

/** Books of residents for the fund and two of its three pools. */
async function residentBench(database: Database, overrides?: FileOverrides): Promise<YearBench> {
  const bench = await makeYearBench(database, overrides);
  const ledger = createLedgerStore(database).within(bench.maker);
  for (const pool of ['east', 'west', FUND]) {
    const kind = pool === FUND ? 'fund' : 'pool';
    const books = { pool, insuranceType: 'resident', kind, firstMonth: '2025-01' as Month } as const;
    await ledger.openBooks(books, { by: bench.maker.userId, now: YEAR_NOW });
  }
  return bench;
}

describeOnPostgres('a member that keeps no books of the insurance type', (database) => {
  test('is no pool of the year: nothing is asked of it or gathered for it, and the year says so', async () => {
    const bench = await residentBench(database().connect('application'));
    const { services, maker } = bench;
    expect(await openYear(services, maker, RESIDENTS, YEAR_NOW)).toMatchObject({
      refusals: [{ code: 'members_differ', at: 'membersNote' }],
    });
    const stated = { ...RESIDENTS, membersNote: 'YH-2025-4' };
    const { id } = allowed(await openYear(services, maker, stated, YEAR_NOW));
    expect(allowed(await gatherFigures(services, maker, id, YEAR_NOW)).recorded).toBeGreaterThan(0);
    expect(codesOf(await bench.attest(id, 'north', 'insured', '1'))).toEqual(['unknown_pool north']);
    const { pools, leftOut, members, missing } = await viewAs(services, maker, id);
    expect(pools.map((pool) => pool.id)).toEqual(['east', 'west']);
    expect(leftOut).toMatchObject([{ id: 'north', reason: 'no_books' }]);
    expect(members).toMatchObject({ bookless: [{ id: 'north' }], note: 'YH-2025-4' });
    expect(missing.map(({ subject }) => subject)).not.toContain('north');
  });
});

describeOnPostgres('SC-A1: a member that the policy says is of employees alone', (database) => {
  test('is no pool of a year of residents, and nobody is asked why', async () => {
    const bench = await residentBench(database().connect('application'), NORTH_OF_EMPLOYEES);
    const { services, maker } = bench;
    const { id } = allowed(await openYear(services, maker, RESIDENTS, YEAR_NOW));
    const { leftOut, members } = await viewAs(services, maker, id);
    expect([leftOut[0]?.reason, members]).toEqual(['other_type', null]);
    const employees = allowed(await openYear(services, maker, WANTED, YEAR_NOW));
    expect((await viewAs(services, maker, employees.id)).pools).toHaveLength(3);
  });
});
