import type { FundMembership, Pool } from '#application/ports/place-store';
import type { StatementBooks } from '#application/ports/statement-store';
import {
  badPeriod,
  beforeBooks,
  booksNotOpened,
  membersOutside,
  notFund,
  unknownSubject,
} from '#application/statement/refusals';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import type { Scope } from '#domain/identity/account';
import { monthsOf, parsePeriod, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import { lastDayOf } from '#kernel/month';

/** The subject of a requested statement, and how far its books are closed. */
export interface FoundSubject {
  readonly subject: StatementSubject;
  readonly period: StatementPeriod;
  /** Members without books of this insurance type; they are named, not counted as zero. */
  readonly withoutBooks: readonly string[];
  /** Members whose books are not closed through the period. */
  readonly open: readonly string[];
}

/**
 * Finds the pool, fund or group within the scope, with its books; a group that is not wholly visible is refused
 * (NAT-28.5).
 */
export async function findSubject(
  { placeStore, statementStore }: StatementServices,
  scope: Scope,
  { subject: id, consolidated, insuranceType, period: text }: StatementAsked,
): Promise<Decision<FoundSubject>> {
  const period = parsePeriod(text);
  if (period === undefined) return refuse(badPeriod(text));
  const pool = await placeStore.findPool(scope, id);
  if (pool === undefined) return refuse(unknownSubject(id));
  if (consolidated && pool.kind !== 'fund') return refuse(notFund(id));
  const { to } = monthsOf(period);
  const ids = consolidated ? membersOn(await placeStore.listMemberships(scope), id, lastDayOf(to)) : [];
  const known = ids.length === 0 ? [] : await placeStore.listPools(scope);
  const pools = [pool, ...known.filter((one) => ids.includes(one.id))];
  if (pools.length < ids.length + 1) return refuse(membersOutside(id));
  const books = await statementStore.listBooks(
    scope,
    pools.map((one) => one.id),
    insuranceType,
  );
  if (books.length === 0) return refuse(booksNotOpened(id));
  const first = books.map(({ firstMonth }) => firstMonth).toSorted()[0] ?? to;
  if (first > to) return refuse(beforeBooks(id, first));
  const { kind, place } = pool;
  const name = consolidated ? await nameOfPlace(placeStore, scope, place) : pool.name;
  const subject = { kind: consolidated ? 'group' : kind, id, name, place, insuranceType } as const;
  const withoutBooks = pools.filter((one) => !books.some((own) => own.pool === one.id)).map((one) => one.id);
  return allow({
    subject: { ...subject, members: membersOf(pools, books) },
    period,
    withoutBooks: withoutBooks.toSorted(),
    open: books
      .filter(({ closedThrough }) => closedThrough === null || closedThrough < to)
      .map((one) => one.pool),
  });
}

/** Names the group of a fund and its pools, which is the place's own fund (NAT-28.5) and bears the place's name. */
async function nameOfPlace(
  placeStore: StatementServices['placeStore'],
  scope: Scope,
  path: string,
): Promise<Bilingual> {
  const places = await placeStore.listPlaces(scope);
  return present(
    places.find((one) => one.path === path),
    `the place ${path} of a fund in sight`,
  ).name;
}

/** Lists the pools that belong to a fund on a day: the last membership begun by then counts. */
function membersOn(memberships: readonly FundMembership[], fund: string, day: string): readonly string[] {
  const latest = new Map<string, FundMembership>();
  for (const one of memberships.filter(({ since }) => since <= day)) {
    const before = latest.get(one.pool);
    if (before === undefined || before.since < one.since) latest.set(one.pool, one);
  }
  return [...latest.values()].filter((one) => one.fund === fund).map(({ pool }) => pool);
}

function membersOf(pools: readonly Pool[], books: readonly StatementBooks[]): StatementSubject['members'] {
  return books.flatMap(({ pool, firstMonth }) => {
    const own = pools.find(({ id }) => id === pool);
    return own === undefined ? [] : [{ id: own.id, kind: own.kind, name: own.name, firstMonth }];
  });
}
