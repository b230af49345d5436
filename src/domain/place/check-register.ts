import { coversPlace, isPlacePath } from '#domain/identity/place-path';
import type { Pool, RegisterEntry, RegisterRows } from '#domain/place/register';
import * as refusals from '#domain/place/refusals';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';

type EntryOf<Kind> = Extract<RegisterEntry, { readonly kind: Kind }>;

const POOL_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** What is there once all entries are added: rows may refer to each other whatever their order. */
interface Register {
  readonly places: ReadonlySet<string>;
  readonly pools: ReadonlyMap<string, Pick<Pool, 'kind' | 'place' | 'since'>>;
}

/**
 * The rows to record, the places above first, or everything that is wrong with the entries, each with its place in the
 * input. A pool's own place belongs to it from its first day, unless an entry says otherwise for that day.
 */
export function checkRegister(
  known: RegisterRows,
  entries: readonly RegisterEntry[],
): Decision<RegisterRows> {
  const places = entries.filter((entry) => entry.kind === 'place');
  const pools = entries.flatMap((entry) => (entry.kind === 'pool' || entry.kind === 'fund' ? [entry] : []));
  const members = entries.filter((entry) => entry.kind === 'member');
  const poolings = entries.filter((entry) => entry.kind === 'pooling');
  const register: Register = {
    places: new Set([...known.places, ...places].map(({ path }) => path)),
    pools: new Map([...known.pools, ...pools].map((pool) => [pool.id, pool])),
  };
  const found = [
    ...places.flatMap((entry) => placeFaults(entry, register)),
    ...pools.flatMap((entry) => poolFaults(entry, register)),
    ...members.flatMap((entry) => memberFaults(entry, register)),
    ...poolings.flatMap((entry) => poolingFaults(entry, register)),
    ...repeated(places, (one) => one.path, known.places),
    ...repeated(pools, (one) => one.id, known.pools),
    ...repeated(members, (one) => `${one.pool} ${one.since}`, known.memberships),
    ...repeated(poolings, (one) => `${one.place} ${one.since}`, known.poolings),
  ];
  return allowUnless(found, () => ({
    places: places.toSorted((a, b) => a.path.localeCompare(b.path, 'en')),
    placeEnds: places.flatMap(({ path, until }) => (until === null ? [] : [{ path, until }])),
    pools,
    memberships: members,
    poolings: [...poolings, ...ownPlaces(pools, [...known.poolings, ...poolings])],
  }));
}

function ownPlaces(
  pools: readonly EntryOf<'pool' | 'fund'>[],
  told: RegisterRows['poolings'],
): RegisterRows['poolings'] {
  return pools
    .filter(({ kind }) => kind === 'pool')
    .filter(({ place, since }) => !told.some((one) => one.place === place && one.since === since))
    .map(({ id, place, since }) => ({ place, pool: id, since, basis: 'own place' }));
}

function placeFaults(
  { at, path, name, since, until }: EntryOf<'place'>,
  { places }: Register,
): readonly Refusal[] {
  if (!isPlacePath(path)) return [refusals.badPath(at, path)];
  const above = path.split('/').slice(0, -1).join('/');
  const found: Refusal[] = [];
  if (above !== '' && !places.has(above)) found.push(refusals.unknownPlace(at, above));
  if (hasNoName(name)) found.push(refusals.nameMissing(at));
  if (until !== null && until < since) found.push(refusals.endsBeforeStart(at));
  return found;
}

function poolFaults(
  { at, id, name, place }: EntryOf<'pool' | 'fund'>,
  { places }: Register,
): readonly Refusal[] {
  const found: Refusal[] = [];
  if (!POOL_ID.test(id)) found.push(refusals.badPoolId(at, id));
  if (!places.has(place)) found.push(refusals.unknownPlace(at, place));
  if (hasNoName(name)) found.push(refusals.nameMissing(at));
  return found;
}

function memberFaults(
  { at, pool: id, fund: fundId, since }: EntryOf<'member'>,
  { pools }: Register,
): readonly Refusal[] {
  const [pool, fund] = [pools.get(id), pools.get(fundId)];
  if (pool?.kind !== 'pool') return [refusals.unknownPool(at, id)];
  if (fund?.kind !== 'fund') return [refusals.unknownFund(at, fundId)];
  const found: Refusal[] = [];
  if (!coversPlace(fund.place, pool.place)) found.push(refusals.placeNotCovered(at, pool.place, fund.place));
  if (since < pool.since || since < fund.since) found.push(refusals.tooEarly(at));
  return found;
}

function poolingFaults(
  { at, pool: id, place, since, basis }: EntryOf<'pooling'>,
  register: Register,
): readonly Refusal[] {
  const pool = register.pools.get(id);
  if (pool?.kind !== 'pool') return [refusals.unknownPool(at, id)];
  if (!register.places.has(place)) return [refusals.unknownPlace(at, place)];
  const found: Refusal[] = [];
  if (!coversPlace(pool.place, place)) found.push(refusals.placeNotCovered(at, place, pool.place));
  if (since < pool.since) found.push(refusals.tooEarly(at));
  if (basis.trim() === '') found.push(refusals.basisMissing(at));
  return found;
}

function hasNoName({ zh, en }: Pool['name']): boolean {
  return zh.trim() === '' || en.trim() === '';
}

/** What is there already, or stands twice among the entries. */
function repeated<Row>(
  entries: readonly (Row & { readonly at: string })[],
  keyOf: (row: Row) => string,
  known: readonly Row[],
): readonly Refusal[] {
  const seen = new Set(known.map(keyOf));
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (seen.has(key)) return [refusals.alreadyRecorded(entry.at, key)];
    seen.add(key);
    return [];
  });
}
