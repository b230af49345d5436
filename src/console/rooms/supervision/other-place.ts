import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Stands for a place outside of the pool's adjustment fund, as the service takes it. */
export const OUTSIDE_FUND = 'outside-of-fund';

/** Names the other place of an off-site case: its pool, outside of the fund, or the place as it is written. */
export function useOtherPlaceName(): (offSite: string) => string {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { data } = useQuery(poolsQuery);
  return (offSite) => {
    if (offSite === OUTSIDE_FUND) return t('supervision.outsideFund');
    const pool = data?.find(({ kind, place }) => kind === 'pool' && place === offSite);
    return pool === undefined ? offSite : pick(pool.name);
  };
}
