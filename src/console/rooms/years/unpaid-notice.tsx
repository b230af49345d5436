import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { Money } from '#console/fund/money.tsx';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** What pools owe of what they settled: figures are of cash, so that who cannot pay shows no gap. */
export function UnpaidNotice({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const subjectName = useSubjectName(year);
  if (year.unpaid.length === 0) return null;
  return (
    <div className="missing" role="note">
      <strong>{t('years.unpaid')}</strong> <span className="note">{t('years.unpaidText')}</span>
      <ul>
        {year.unpaid.map(({ pool, amount }) => (
          <li key={pool}>
            {subjectName(pool)} <Money yuan={amount} />
          </li>
        ))}
      </ul>
    </div>
  );
}
