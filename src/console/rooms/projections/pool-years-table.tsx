import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, CourseYear, PoolYear } from '#console/api/fund-projection-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { AmountFigure, MonthsFigure } from '#console/rooms/projections/figures.tsx';

const COLUMNS = [
  'year',
  'pool',
  'insured',
  'ratio',
  'income',
  'expenditure',
  'levy',
  'received',
  'uncovered',
  'deficit',
  'balance',
  'months',
] as const;

interface PoolYearsTableProps {
  readonly own: Course;
  readonly packId: string;
}

/** Every pool of every year; each figure of the years opens how it was reckoned. */
export function PoolYearsTable({ own, packId }: PoolYearsTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  return (
    <section aria-labelledby="pool-years-title" className="fund-section">
      <div className="section-title">
        <h2 id="pool-years-title">{t('fundProjections.table.title')}</h2>
      </div>
      <p className="note">{t('fundProjections.table.text')}</p>
      <div className="filter-fields screen-only">
        <ChoiceField
          label={t('fundProjections.page.pool')}
          value={chosen}
          options={own.firstYears.pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('fundProjections.page.all')}
          isOptional
          onChange={setChosen}
        />
      </div>
      <FundTable
        label={t('fundProjections.table.title')}
        none=""
        columns={COLUMNS.map((column) => ({
          label: t(`fundProjections.table.${column}`),
          isFigure: column !== 'year' && column !== 'pool',
        }))}
        rows={own.years.flatMap((year) => yearRows(year, packId, chosen))}
      />
    </section>
  );
}

function yearRows(year: CourseYear, packId: string, chosen: string | undefined): readonly ReactNode[] {
  const pools = year.pools.filter(({ id }) => chosen === undefined || id === chosen);
  return [
    ...pools.map((pool, index) => (
      <PoolRow
        key={`${year.year} ${pool.id}`}
        year={year.year}
        packId={packId}
        pool={pool}
        isFirst={index === 0}
      />
    )),
    ...(chosen === undefined ? [<FundRow key={`${year.year} fund`} year={year} />] : []),
  ];
}

interface PoolRowProps {
  readonly year: number;
  readonly packId: string;
  readonly pool: PoolYear;
  readonly isFirst: boolean;
}

/** Amounts of a pool's year whose nodes are explained under one name each. */
const EXPLAINED = [
  ['income', 'given/revenue'],
  ['expenditure', 'given/expenditure'],
  ['levy', 'levy'],
  ['received', 'received'],
] as const;

function PoolRow({ year, packId, pool, isFirst }: PoolRowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const name = `${pick(pool.name)} ${year}`;
  return (
    <tr data-year={year} data-pool={pool.id} className={isFirst ? 'year-start' : ''}>
      <th scope="row">{year}</th>
      <td>{pick(pool.name)}</td>
      <td className="figure-cell">{Number(pool.insured).toLocaleString('en')}</td>
      <td className="figure-cell">{pool.contributorRatio ?? '—'}</td>
      {EXPLAINED.map(([column, node]) => (
        <td key={column} className="figure-cell">
          <AmountFigure
            figure={`${year}/${node}/${pool.id}`}
            name={`${name} ${t(`fundProjections.table.${column}`)}`}
            yuan={pool[column]}
          />
          {column === 'received' ? <NotPaid pool={pool} packId={packId} /> : null}
        </td>
      ))}
      <DeficitCells row={pool} />
      <td className="figure-cell">
        <AmountFigure
          figure={`${year}/balance-after/${pool.id}`}
          name={`${name} ${t('fundProjections.table.balance')}`}
          yuan={pool.balance}
        />
      </td>
      <td className="figure-cell">
        <MonthsFigure year={year} pool={pool} name={`${name} ${t('fundProjections.table.months')}`} />
      </td>
    </tr>
  );
}

/** Why the fund pays the pool nothing, or refuses an application of it, each with its clause. */
function NotPaid({ pool, packId }: Pick<PoolRowProps, 'pool' | 'packId'>): ReactNode {
  const { t } = useTranslation();
  const reasons = pool.refusedFor ?? [];
  if (reasons.length === 0) return null;
  return (
    <div className="note words">
      {t('fundProjections.table.notPaid')}{' '}
      {reasons.map(({ condition, cite }) => (
        <span key={condition}>
          {t(`conditions.${condition}` as 'conditions.levyPaid')}
          {condition === 'deficitCovered' ? t('fundProjections.table.treasuryFirst') : ''}{' '}
          {cite.map((id) => (
            <ClauseLink key={id} id={id} packId={packId} />
          ))}{' '}
        </span>
      ))}
    </div>
  );
}

/** What nobody bears: new in the year, and accumulated; older projections did not tell them apart. */
function DeficitCells({ row }: { readonly row: Pick<PoolYear, 'deficit' | 'uncovered'> }): ReactNode {
  const { deficit, uncovered } = row;
  return [deficit === undefined ? undefined : uncovered, deficit].map((yuan, index) => (
    <td key={index} className="figure-cell">
      {yuan === undefined ? '—' : <Money yuan={yuan} hidesNil />}
    </td>
  ));
}

/** What the fund holds at the end of the year. */
function FundRow({ year: { year, fund } }: { readonly year: CourseYear }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr className="sum">
      <th scope="row">{year}</th>
      <td>{t('fundProjections.table.fund')}</td>
      <td colSpan={6} />
      <DeficitCells row={fund} />
      <td className="figure-cell">
        <AmountFigure
          figure={`${year}/fund/closing`}
          name={`${year} ${t('fundProjections.table.closing')}`}
          yuan={fund.closingBalance}
        />
      </td>
      <td />
    </tr>
  );
}
