import { useQuery } from '@tanstack/react-query';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Names a pool by its id; by the id itself where the register shows it to nobody here. */
export function usePoolName(): (id: string) => string {
  const { pick } = useLanguage();
  const { data } = useQuery(poolsQuery);
  return (id) => {
    const found = data?.find((pool) => pool.id === id);
    return found === undefined ? id : pick(found.name);
  };
}
