import { useQuery } from '@tanstack/react-query';
import { signInStateQuery, type Account, type RoleId } from '#console/api/session-queries.ts';

/** Who is signed in; undefined for nobody, and until it is known. */
export function useAccount(): Account | undefined {
  return useQuery(signInStateQuery).data?.account ?? undefined;
}

/** Whether one of the roles is held, at a place where one is named: there or above it. */
export function holds(account: Account | undefined, roles: readonly RoleId[], place?: string): boolean {
  return (
    account !== undefined &&
    !account.mustChange &&
    account.grants.some((grant) => roles.includes(grant.role) && covers(grant.place, place))
  );
}

function covers(above: string, place: string | undefined): boolean {
  return place === undefined || place === above || place.startsWith(`${above}/`);
}
