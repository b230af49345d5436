import { useQuery } from '@tanstack/react-query';
import { usersQuery } from '#console/api/office-queries.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Places that a person has seen already: the own ones and, for who manages users, theirs. */
export function useKnownPlaces(): readonly string[] {
  const account = useAccount();
  const mayList = holds(account, ['administrator', 'auditor']);
  const users = useQuery({ ...usersQuery, enabled: mayList });
  const places = [
    ...(account === undefined ? [] : [account.place, ...account.grants.map(({ place }) => place)]),
    ...(users.data ?? []).map(({ place }) => place),
  ];
  return [...new Set(places)].sort();
}
