import { useQuery } from '@tanstack/react-query';
import { placesQuery } from '#console/api/register-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Names a place of the register by its path; by the path itself where the register shows it to nobody here. */
export function usePlaceName(): (path: string) => string {
  const { pick } = useLanguage();
  const mayRead = holds(useAccount(), ['administrator', ...FUND_READERS]);
  const { data } = useQuery({ ...placesQuery, enabled: mayRead });
  return (path) => {
    const found = data?.find((place) => place.path === path);
    return found === undefined ? path : pick(found.name);
  };
}
