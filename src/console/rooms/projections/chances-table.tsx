import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course } from '#console/api/fund-projection-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';

interface ChancesTableProps {
  readonly own: Course;
  readonly pool: string;
}

/** How many of the paths are below the floor, year by year; nothing where no paths were drawn or there is no floor. */
export function ChancesTable({ own, pool }: ChancesTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const rows = own.years.flatMap(({ year, floor, pools }) => {
    const fan = pools.find(({ id }) => id === pool)?.fan;
    return fan === undefined || floor === null ? [] : [{ year, below: fan.below, soFar: fan.belowSoFar }];
  });
  const name = own.firstYears.pools.find(({ id }) => id === pool)?.name;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="chances-title" className="fund-section">
      <div className="section-title">
        <h2 id="chances-title">
          {name === undefined ? null : `${pick(name)} · `}
          {t('fundProjections.chances.title')}
        </h2>
      </div>
      <p className="note">{t('fundProjections.chances.text')}</p>
      <FundTable
        label={t('fundProjections.chances.title')}
        none=""
        className="chances"
        columns={[
          { label: t('fundProjections.chances.year') },
          ...rows.map(({ year }) => ({ label: String(year), isFigure: true })),
        ]}
        rows={(['below', 'soFar'] as const).map((line) => (
          <tr key={line} data-chance={line}>
            <th scope="row">{t(`fundProjections.chances.${line}`)}</th>
            {rows.map((row) => (
              <td key={row.year} className="figure-cell">
                {row[line]}
              </td>
            ))}
          </tr>
        ))}
      />
    </section>
  );
}
