import { useTranslation } from 'react-i18next';
import type { YearSummary } from '#console/api/year-queries.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';

/** Names a year by its fund, number and insurance type. */
export function useYearTitle(): (year: Pick<YearSummary, 'fund' | 'year' | 'insuranceType'>) => string {
  const { t } = useTranslation();
  const poolName = usePoolName();
  return ({ fund, year, insuranceType }) =>
    t('years.yearTitle', { fund: poolName(fund), year, scheme: t(`schemes.${insuranceType}`) });
}
