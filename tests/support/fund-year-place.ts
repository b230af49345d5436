import { FUND_YEAR } from '#tests/support/fund-year-figures';
import { fileURLToPath } from 'node:url';
import type { BudgetServices } from '#application/budget/services';
import type { OpeningServices } from '#application/fund/opening-balances';
import type { YearServices } from '#application/adjustment-year/services';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { advancePack } from '#application/pack-life/advance-pack';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import type { PackSource } from '#application/ports/pack-source';
import type { RegisterRows } from '#application/ports/place-store';
import type { StatementServices } from '#application/statement/services';
import { planJournal, type Journal } from '#domain/fund/journal';
import type { Scope } from '#domain/identity/account';
import { readCsvRows } from '#files/csv-rows';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';
import { createStores } from '#storage/create-stores';
import type { Database } from '#storage/database/connect';
import { valueOf } from '#tests/support/decided';
import type { FreshDatabase } from '#tests/support/fresh-database';
import { FUND_ID, POOL_NAMES } from '#tests/support/fund-year-scenario';
import { addPerson, identityServices, makeAdministrators } from '#tests/support/identity-people';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));
const SINCE = '2020-01-01' as PlainDate;

/** When the year's settlement is made. */
export const SETTLED_AT = '2027-02-10T02:00:00.000Z';

export type ShippedPack = 'sichuan' | 'anhui' | 'jinhua' | 'jiangxi' | 'shandong';

/** Packs whose document is a consultation draft; a copy of them under another id is put in force. */

export type FundYearServices = OpeningServices & YearServices & BudgetServices & StatementServices;

/** A place with sixteen pools and a fund, its people, and a pack in force. */
export interface FundYearPlace {
  readonly shipped: ShippedPack;
  readonly database: Database;
  readonly fresh: FreshDatabase;
  readonly services: FundYearServices;
  readonly pack: Pack;
  readonly journal: Journal;
  readonly maker: Scope;
  readonly checker: Scope;
  /** Approves what the checker checked. */
  readonly approver: Scope;
  /** Proposes and pays what the maker did not check. */
  readonly payer: Scope;
}

export async function makeFundYearPlace(fresh: FreshDatabase, shipped: ShippedPack): Promise<FundYearPlace> {
  const database = fresh.connect('application');
  const services = servicesOf(database, sourceOf(shipped));
  const people = await addPeople(database);
  await services.placeStore.record(MACHINE_SCOPE, register(), null, '2025-12-01T02:00:00.000Z');
  const pack = valueOf(await loadPackWithParents(services, FUND_ID));
  await putInForce(services, pack);
  const journal = valueOf(planJournal(pack));
  return { shipped, database, fresh, services, pack, journal, ...people };
}

/** The repository's packs, and one as the invented province's own text, which says that it is in force. */
function sourceOf(shipped: ShippedPack): PackSource {
  const real = packFolder(PACKS);
  return {
    listIds: async () => [...(await real.listIds()), FUND_ID],
    findFiles: async (id) => {
      if (id !== FUND_ID) return real.findFiles(id);
      const files = new Map((await real.findFiles(shipped))?.files);
      const text = files.get('instrument.yaml') ?? '';
      const adopted = text.replace(`id: ${shipped}\n`, `id: ${FUND_ID}\n`).replace(/^places: .*\n/m, '');
      files.set('instrument.yaml', adopted.replaceAll('status: draft', 'status: in_force'));
      const values = files.get('values/fund.yaml');
      if (values !== undefined) files.set('values/fund.yaml', poolingFrom(FUND_YEAR, values));
      return { id, files };
    },
  };
}

/** The year of the scenario is the first of the pooling: what was there before is of the year before it. */
function poolingFrom(year: number, values: string): string {
  return values.replaceAll(/(_last_year:(?:\n {4}.*)*\n {8}value: )\d{4}/g, `$1${year - 1}`);
}

function servicesOf(database: Database, source: PackSource): FundYearServices {
  return { ...createStores(database), readCsv: readCsvRows, source, hash: sha256 };
}

function register(): RegisterRows {
  const nameOf = (id: string): { readonly zh: string; readonly en: string } => ({ zh: id, en: id });
  const placeOf = (pool: string): string => `${FUND_ID}/${pool}`;
  return {
    places: [FUND_ID, ...POOL_NAMES.map(placeOf)].map((path) => ({ path, name: nameOf(path), since: SINCE })),
    placeEnds: [],
    pools: [
      { id: FUND_ID, kind: 'fund', name: nameOf(FUND_ID), place: FUND_ID, since: SINCE },
      ...POOL_NAMES.map((id) => ({
        id,
        kind: 'pool' as const,
        name: nameOf(id),
        place: placeOf(id),
        since: SINCE,
      })),
    ],
    memberships: POOL_NAMES.map((pool) => ({ pool, fund: FUND_ID, since: SINCE })),
    poolings: POOL_NAMES.map((pool) => ({ place: placeOf(pool), pool, since: SINCE, basis: 'test' })),
  };
}

async function addPeople(
  database: Database,
): Promise<Pick<FundYearPlace, 'maker' | 'checker' | 'approver' | 'payer'>> {
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const person = async (
    login: string,
    roles: readonly ('fund_maker' | 'fund_checker' | 'budget_maker' | 'budget_checker')[],
  ): Promise<Scope> => {
    const user = { login, name: login, department: 'health_insurance', place: FUND_ID } as const;
    const grants = roles.map((role) => [role, FUND_ID] as const);
    const userId = await addPerson(identity, administrators, user, grants);
    return { userId, parts: [{ place: FUND_ID, department: 'health_insurance' }] };
  };
  return {
    maker: await person('maker', ['fund_maker', 'budget_maker']),
    checker: await person('checker', ['fund_checker', 'budget_checker']),
    approver: await person('approver', ['fund_checker']),
    payer: await person('payer', ['fund_maker']),
  };
}

/** Takes the pack through its life, so that it is in force on the day of the settlement. */
async function putInForce({ packLifeStore }: FundYearServices, pack: Pack): Promise<void> {
  const head = (by: string, hour: number): Parameters<typeof advancePack>[3] => ({
    by,
    userId: null,
    note: 'test',
    now: `2025-12-20T0${hour}:00:00.000Z`,
  });
  valueOf(await advancePack(packLifeStore, pack, { kind: 'submit' }, head('Ann', 1)));
  const casesHash = pack.hash;
  const check = { kind: 'check', failedCases: [], casesHash } as const;
  valueOf(await advancePack(packLifeStore, pack, check, head('Ben', 2)));
  valueOf(await advancePack(packLifeStore, pack, { kind: 'approve' }, head('Cleo', 3)));
  const from = '2026-01-01' as PlainDate;
  valueOf(await advancePack(packLifeStore, pack, { kind: 'put_in_force', from, casesHash }, head('Cleo', 4)));
}
