import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, CourseYear } from '#console/api/fund-projection-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { AmountFigure, MonthsFigure } from '#console/rooms/projections/figures.tsx';

interface FirstYearsProps {
  readonly own: Course;
  readonly packId: string;
}

/** Of every pool the first year below the floor and with a gap nobody bears, how likely, and where it ends. */
export function FirstYears({ own, packId }: FirstYearsProps): ReactNode {
  const { t } = useTranslation();
  const { firstYears, years } = own;
  const last = years.at(-1);
  const hasFan = last?.pools.some(({ fan }) => fan !== undefined) ?? false;
  const columns = [
    { label: t('fundProjections.first.pool') },
    { label: t('fundProjections.first.belowFloor') },
    { label: t('fundProjections.first.uncovered') },
    ...(hasFan
      ? [{ label: t('fundProjections.first.chance', { year: last?.year ?? '' }), isFigure: true }]
      : []),
    { label: t('fundProjections.first.closing'), isFigure: true },
    { label: t('fundProjections.first.months'), isFigure: true },
  ];
  return (
    <section aria-labelledby="first-title" className="fund-section">
      <div className="section-title">
        <h2 id="first-title">{t('fundProjections.first.title')}</h2>
      </div>
      <FloorLine floor={last?.floor ?? null} packId={packId} />
      <p className="note">{t('fundProjections.first.text')}</p>
      <Assumed own={own} packId={packId} />
      {firstYears.fundBelowZero === null ? null : (
        <Alert
          type="error"
          showIcon
          title={t('fundProjections.first.fund', { year: firstYears.fundBelowZero })}
        />
      )}
      <FundTable
        label={t('fundProjections.first.title')}
        none={t('fundProjections.first.never')}
        className="first-years"
        columns={columns}
        rows={firstYears.pools.map((pool) => (
          <PoolRow key={pool.id} pool={pool} last={last} hasFan={hasFan} />
        ))}
      />
    </section>
  );
}

/** What the policy does not state and was taken anyway, each with its reading. */
function Assumed({ own: { assumptions }, packId }: FirstYearsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (assumptions.length === 0) return null;
  return (
    <p className="note">
      {t('fundProjections.assumptions')}{' '}
      <span className="clauses">
        {assumptions.map(({ value, label, reading }) => (
          <span key={`${value} ${reading}`}>
            {label === undefined ? <code>{value}</code> : <span title={value}>{pick(label)}</span>}{' '}
            {/^[A-Z]/.test(reading) ? <ClauseLink id={reading} packId={packId} /> : reading}
          </span>
        ))}
      </span>
    </p>
  );
}

interface PoolRowProps {
  readonly pool: Course['firstYears']['pools'][number];
  readonly last: CourseYear | undefined;
  readonly hasFan: boolean;
}

function PoolRow({ pool, last, hasFan }: PoolRowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const row = last?.pools.find(({ id }) => id === pool.id);
  const name = pick(pool.name);
  return (
    <tr data-pool={pool.id}>
      <th scope="row">{name}</th>
      <YearCell year={pool.belowFloor} />
      <YearCell year={pool.uncovered} />
      {hasFan ? <td className="figure-cell">{row?.fan?.belowSoFar ?? '—'}</td> : null}
      <td className="figure-cell">
        {row === undefined || last === undefined ? null : (
          <AmountFigure
            figure={`${last.year}/balance-after/${pool.id}`}
            name={`${name} ${t('fundProjections.first.closing')}`}
            yuan={row.balance}
          />
        )}
      </td>
      <td className="figure-cell">
        {row === undefined || last === undefined ? null : (
          <MonthsFigure year={last.year} pool={row} name={`${name} ${t('fundProjections.first.months')}`} />
        )}
      </td>
    </tr>
  );
}

function YearCell({ year }: { readonly year: number | null }): ReactNode {
  const { t } = useTranslation();
  if (year === null) return <td className="note">{t('fundProjections.first.never')}</td>;
  return <td className="below-floor">▼ {year}</td>;
}

interface FloorLineProps {
  readonly floor: CourseYear['floor'];
  readonly packId: string;
}

function FloorLine({ floor, packId }: FloorLineProps): ReactNode {
  const { t } = useTranslation();
  if (floor === null) return <p>{t('fundProjections.first.noFloor')}</p>;
  return (
    <p>
      <strong>{t('fundProjections.first.floor', { months: floor.months })}</strong>{' '}
      {floor.basis === null ? null : t('fundProjections.first.floorBasis', { basis: floor.basis })}{' '}
      <span className="clauses">
        {floor.cite.map((id) => (
          <ClauseLink key={id} id={id} packId={packId} />
        ))}
      </span>
    </p>
  );
}
