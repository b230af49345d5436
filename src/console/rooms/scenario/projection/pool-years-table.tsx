import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import type { ProjectionBody } from '#contract/projections';
import { fenOf, ZERO_FEN } from '#kernel/fen';

const SIDES = ['scenario', 'baseline'] as const;
type Side = (typeof SIDES)[number];
type FirstYears = ProjectionBody['firstYears']['pools'][number];

/** Months payable of each pool in each year; a cell tells by sign and frame where trouble is and begins. */
export function PoolYearsTable({ projection }: { readonly projection: ProjectionBody }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [side, setSide] = useState<Side>('scenario');
  const { years, firstYears } = projection;
  return (
    <section aria-labelledby="pool-years-title">
      <div className="section-title">
        <h2 id="pool-years-title">{t('projection.byPool')}</h2>
        <Segmented
          aria-label={t('projection.side')}
          name="projection-side"
          value={side}
          options={SIDES.map((value) => ({ value, label: t(`projection.${value}`) }))}
          onChange={setSide}
        />
        <p className="note">{t('projection.byPoolHint')}</p>
      </div>
      <div className="table-scroll" role="region" aria-labelledby="pool-years-title" tabIndex={0}>
        <table className="pools pool-years">
          <thead>
            <tr>
              <th scope="col">{t('table.pool')}</th>
              {years.map(({ year }) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstYears.pools.map((first) => (
              <tr key={first.id} data-pool={first.id}>
                <th scope="row">{pick(first.name)}</th>
                {years.map((year) => (
                  <YearCell key={year.year} year={year} first={first} side={side} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface YearCellProps {
  readonly year: ProjectionBody['years'][number];
  readonly first: FirstYears;
  readonly side: Side;
}

function YearCell({ year, first, side }: YearCellProps): ReactNode {
  const { t } = useTranslation();
  const pool = year.pools.find(({ id }) => id === first.id);
  if (pool === undefined) return <td />;
  const isUncovered = fenOf(pool.uncovered[side]) > ZERO_FEN;
  const isBelow = pool.isBelowFloor[side];
  const isFirst = [first.uncovered[side], first.belowFloor[side]].includes(year.year);
  const trouble = isUncovered ? 'cell-uncovered' : isBelow ? 'cell-below' : '';
  const words = [isUncovered ? t('projection.uncoveredCell') : '', isBelow ? t('projection.belowCell') : ''];
  return (
    <td className={`${trouble} ${isFirst ? 'first-year' : ''}`}>
      {trouble === '' ? null : (
        <>
          <span aria-hidden>{isUncovered ? '⚠ ' : '▽ '}</span>
          <span className="visually-hidden">{words.filter(Boolean).join(' ')} </span>
        </>
      )}
      {(pool.monthsAfter[side] ?? '—').replace(/^-/, '−')}
    </td>
  );
}
