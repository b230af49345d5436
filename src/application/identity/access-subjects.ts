import { isRecordKind, type RecordKind, type RecordRef } from '#application/identity/record-kinds';
import { isPlacePath, type PlacePath } from '#domain/identity/place-path';

/** The parts of a request that name records. */
export interface NamingRequest {
  /** The address with its parameters by name: `/api/v1/payment-runs/:id/decisions`. */
  readonly route: string;
  readonly params: unknown;
  readonly query: unknown;
  /** The body as sent; its shape is not yet checked. */
  readonly body: unknown;
  /** The place that the route asks about, where it declares one. */
  readonly place: PlacePath | undefined;
}

/** The records that a request names. */
interface AccessSubjects {
  readonly places: readonly PlacePath[];
  /** Pools and other records, each once. */
  readonly records: readonly RecordRef[];
  /** The request as the log keeps it: ids of the address, the query, pools of the body; null for nothing. */
  readonly text: string | null;
}

/** Members of a query or a body that name a pool, and the one that names a place. */
const POOL_MEMBERS: readonly string[] = ['pool', 'otherPool'];
const PLACE_MEMBER = 'place';

/** A batch names its pools in `events[0].pool`, the third depth; no body names one below the fourth. */
const DEEPEST = 4;

/** Ids are of ASCII without spaces; anything else names no record. */
const ID = /^[\w.:-]{1,200}$/;

/** Number of characters of the request that a log line keeps. */
const TEXT_LENGTH = 500;

/** Lists everything that the address, the query and the body name. */
export function namedSubjects({ route, params, query, body, place }: NamingRequest): AccessSubjects {
  const ids = textsOf(params);
  const places = new Set(place !== undefined && isPlacePath(place) ? [place] : []);
  const asked = new Set<string>();
  const sent = new Set<string>();
  collectMembers(query, { pools: asked, places });
  collectMembers(body, { pools: sent, places });
  const records = new Map<string, RecordRef>();
  const addRecord = (kind: RecordKind, id: string | undefined): void => {
    if (id !== undefined && ID.test(id)) records.set(`${kind} ${id}`, { kind, id });
  };
  for (const [name, kind] of kindsNamed(route)) if (kind !== undefined) addRecord(kind, ids[name]);
  for (const pool of [...asked, ...sent]) addRecord('pools', pool);
  const queried = Object.entries(textsOf(query)).map(([name, value]) => `${name}=${value}`);
  const rest = [...queried, ...(sent.size === 0 ? [] : [`pool=${[...sent].join(',')}`])].join('&');
  const text = [Object.values(ids).join('/'), rest].filter((part) => part !== '').join('?');
  return { places: [...places], records: [...records.values()], text: text === '' ? null : printable(text) };
}

/** Lists the kinds of records that an address names, by parameter; undefined for a part of a record before it. */
export function kindsNamed(
  route: string,
): readonly (readonly [parameter: string, kind: RecordKind | undefined])[] {
  const segments = route.split('/');
  return segments.flatMap((segment, index) => {
    if (!segment.startsWith(':')) return [];
    const collection = segment === ':pool' ? 'pools' : (segments[index - 1] ?? '');
    return [[segment.slice(1), isRecordKind(collection) ? collection : undefined] as const];
  });
}

function collectMembers(
  part: unknown,
  found: { readonly pools: Set<string>; readonly places: Set<PlacePath> },
  depth = 1,
): void {
  if (typeof part !== 'object' || part === null || depth > DEEPEST) return;
  for (const [name, member] of Object.entries(part)) {
    if (typeof member !== 'string') collectMembers(member, found, depth + 1);
    else if (POOL_MEMBERS.includes(name)) found.pools.add(member);
    else if (name === PLACE_MEMBER && isPlacePath(member)) found.places.add(member);
  }
}

function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{FFFD}').slice(0, TEXT_LENGTH);
}

function textsOf(part: unknown): Readonly<Record<string, string>> {
  if (typeof part !== 'object' || part === null) return {};
  return Object.fromEntries(
    Object.entries(part).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
