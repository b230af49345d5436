import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { ChangeCells } from '#console/rooms/scenario/change-cells.tsx';
import type { ProjectionBody } from '#contract/projections';

const GROUPS = ['fundClosing', 'lowest', 'uncovered'] as const;
const SIDES = ['baseline', 'scenario', 'difference'] as const;

/** A line a year: the fund, the pool with the fewest months, and what nobody bears. */
export function YearsTable({ projection }: { readonly projection: ProjectionBody }): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return (
    <section aria-labelledby="years-title">
      <div className="section-title">
        <h2 id="years-title">{t('projection.byYear')}</h2>
        <p className="note unit-note">{t('units.shown', { unit: t(`units.${unit}`) })}</p>
      </div>
      <div className="table-scroll" role="region" aria-labelledby="years-title" tabIndex={0}>
        <table className="pools comparison years">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('projection.year')}
              </th>
              {GROUPS.map((group) => (
                <th key={group} scope="colgroup" colSpan={3} className="measure-start">
                  {t(`projection.${group}`)}
                </th>
              ))}
            </tr>
            <tr>
              {GROUPS.flatMap((group) =>
                SIDES.map((side) => (
                  <th
                    key={`${group}/${side}`}
                    scope="col"
                    className={side === 'baseline' ? 'measure-start' : ''}
                  >
                    {side === 'difference' ? t('scenario.difference') : t(`projection.${side}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {projection.years.map(({ year, fund, lowestMonths, uncovered }) => (
              <tr key={year} data-year={year}>
                <th scope="row">{year}</th>
                <ChangeCells change={fund.closingBalance} content="amount" />
                <ChangeCells change={lowestMonths} content="months" />
                <ChangeCells change={uncovered} content="amount" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
