import type { Kysely } from 'kysely';
import type { AccessFilter } from '#application/ports/identity-store';
import type { Tables } from '#storage/database/tables';

/** The first status that is a refusal. */
const FIRST_REFUSAL = 400;

/* The query's type is long and follows from its columns; callers check it against the port. */
export function selectAccess(within: Kysely<Tables>, filter: AccessFilter) {
  const { below, userId, place, route, from, to, onlyRefused } = filter;
  let query = within.selectFrom('accessLog').selectAll();
  if (below !== undefined) query = query.where('number', '<', below);
  if (userId !== undefined) query = query.where('userId', '=', userId);
  if (place !== undefined) {
    query = query.where((row) => row.or([row('place', '=', place), row('place', 'like', likeBelow(place))]));
  }
  if (route !== undefined) {
    const part = `%${escapeLike(route)}%`;
    query = query.where((row) => row.or([row('route', 'ilike', part), row('method', 'ilike', part)]));
  }
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<=', to);
  return onlyRefused === true ? query.where('status', '>=', FIRST_REFUSAL) : query;
}

function likeBelow(place: string): string {
  return `${escapeLike(place)}/%`;
}

/** Text that stands for itself in a LIKE pattern. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
