import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Stands for the fund itself among the subjects of figures. */
export const FUND_SUBJECT = 'fund';

/** Names a pool of a year, or the fund. */
export function useSubjectName({ pools }: Pick<YearView, 'pools'>): (subject: string) => string {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (subject) => {
    if (subject === FUND_SUBJECT) return t('years.ofFund');
    const pool = pools.find(({ id }) => id === subject);
    return pool === undefined ? subject : pick(pool.name);
  };
}
