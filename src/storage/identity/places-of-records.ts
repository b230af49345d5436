import { sql, type Kysely, type RawBuilder } from 'kysely';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { RecordKind, RecordRef } from '#application/identity/record-kinds';
import type { PlacePath } from '#domain/identity/place-path';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';

type Found = RawBuilder<{ readonly place: PlacePath | null }>;

/** How many digits fit into the numbers of the database whatever they are. */
const DIGITS = /^[0-9]{1,18}$/;

/** The place of each kind of record by its id: no row for an unknown one, null for what is of no place. */
const PLACE_OF: Readonly<Record<RecordKind, (id: string) => Found>> = {
  'adjustment-matters': byId('adjustment_matter'),
  'adjustment-years': byId('adjustment_year'),
  approvals: (number) =>
    sql`SELECT p.place FROM ledger_approval_request AS r JOIN pool AS p ON p.id = r.pool WHERE r.number = ${digits(number)}`,
  'bank-accounts': byId('bank_account'),
  bindings: (id) =>
    sql`SELECT u.place FROM identity_binding AS b JOIN identity_user AS u ON u.id = b.user_id WHERE b.id = ${id}`,
  'break-glass': byId('break_glass'),
  'budget-papers': byId('budget_paper'),
  'budget-rounds': byId('budget_round'),
  budgets: byId('budget'),
  events: (number) =>
    sql`SELECT p.place FROM ledger_event AS e JOIN pool AS p ON p.id IN (e.pool, e.other_pool) WHERE e.number = ${digits(number)}`,
  'fund-projections': byId('fund_projection'),
  grants: byId('identity_grant'),
  'interest-notices': byId('interest_notice'),
  'opening-balances': (id) => sql`SELECT place FROM ledger_opening WHERE id = ${digits(id)}`,
  'payment-plans': byId('payment_plan'),
  'payment-runs': byId('payment_run'),
  pools: byId('pool'),
  'reconciliation-closings': ofStatement('reconciliation_closing'),
  'reconciliation-proposals': ofStatement('reconciliation_proposal'),
  reconciliations: byId('reconciliation_statement'),
  rectifications: byNumber('supervision_report'),
  'risk-assessments': byId('risk_assessment'),
  runs: (id) =>
    sql`SELECT y.place FROM adjustment_year_run AS r JOIN adjustment_year AS y ON y.id = r.year_id WHERE r.run = ${id}`,
  'statement-subjects': byId('pool'),
  statements: byId('statement'),
  'supervision-cases': byNumber('supervision_case'),
  'supervision-findings': byNumber('supervision_finding'),
  users: byId('identity_user'),
  'watched-funds': byId('pool'),
};

/**
 * Tells where records belong, whoever asks: for the access log, which names the place of what somebody asked for and was
 * refused too. The places of pools are kept, because posting asks for them with each call; the register only grows.
 */
export function createPlaceFinder(
  database: Database,
): (records: readonly RecordRef[]) => Promise<readonly PlacePath[]> {
  const placeOfPool = new Map<string, PlacePath>();
  return async (records) => {
    const unknown = records.filter(({ kind, id }) => kind !== 'pools' || !placeOfPool.has(id));
    const places = new Set<PlacePath>();
    if (unknown.length > 0) {
      await inScope(database, MACHINE_SCOPE, async (within) => {
        await keepPools(within, unknown, placeOfPool);
        for (const record of unknown.filter(({ kind }) => kind !== 'pools')) {
          for (const place of await findPlaces(within, record)) places.add(place);
        }
      });
    }
    for (const { kind, id } of records) {
      const place = kind === 'pools' ? placeOfPool.get(id) : undefined;
      if (place !== undefined) places.add(place);
    }
    return [...places];
  };
}

async function keepPools(
  within: Kysely<Tables>,
  records: readonly RecordRef[],
  placeOfPool: Map<string, PlacePath>,
): Promise<void> {
  const ids = records.filter(({ kind }) => kind === 'pools').map(({ id }) => id);
  if (ids.length === 0) return;
  const pools = await within.selectFrom('pool').select(['id', 'place']).where('id', 'in', ids).execute();
  for (const { id, place } of pools) placeOfPool.set(id, place);
}

async function findPlaces(within: Kysely<Tables>, { kind, id }: RecordRef): Promise<readonly PlacePath[]> {
  const { rows } = await PLACE_OF[kind](id).execute(within);
  return rows.flatMap(({ place }) => place ?? []);
}

function byId(table: string): (id: string) => Found {
  return (id) => sql`SELECT place FROM ${sql.table(table)} WHERE id = ${id}`;
}

function byNumber(table: string): (number: string) => Found {
  return (number) => sql`SELECT place FROM ${sql.table(table)} WHERE number = ${digits(number)}`;
}

function ofStatement(table: string): (id: string) => Found {
  return (id) =>
    sql`SELECT s.place FROM ${sql.table(table)} AS t JOIN reconciliation_statement AS s ON s.id = t.statement WHERE t.id = ${id}`;
}

/** A number as the database reads it; null, which is no row's, for what is none. */
function digits(text: string): RawBuilder<bigint | null> {
  return sql`${DIGITS.test(text) ? text : null}::bigint`;
}
