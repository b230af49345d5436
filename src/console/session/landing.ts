import type { Account, RoleId } from '#console/api/session-queries.ts';
import { holds } from '#console/session/session.ts';

/** Who reads and decides nothing. */
const READING: readonly RoleId[] = ['auditor', 'reader'];

/**
 * Where the work of whoever has signed in begins: with what waits for who proposes or decides, in the books for who only
 * reads, and at the own account for who holds no role yet.
 */
export function landingOf(account: Account): '/inbox' | '/fund/books' | '/account' {
  const held = account.grants.map(({ role }) => role);
  if (held.some((role) => !READING.includes(role))) return '/inbox';
  return holds(account, READING) ? '/fund/books' : '/account';
}
