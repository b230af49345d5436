import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { PoolLine } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { PoolCell } from '#console/rooms/adjustment/pool-cell.tsx';
import { poolColumns, type PoolColumn } from '#console/rooms/adjustment/pool-columns.ts';
import { PoolConditions } from '#console/rooms/adjustment/pool-conditions.tsx';
import { columnTotal, sortPools, type Sorting } from '#console/rooms/adjustment/pool-figures.ts';
import { PoolTableHead } from '#console/rooms/adjustment/pool-table-head.tsx';
import type { RunViewBody } from '#contract/runs';

/**
 * The year's table, a line a pool. A table of our own: Ant Design splits a sticky head into a table apart, which
 * screen readers then cannot relate to the figures.
 */
export function PoolTable({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const columns = useMemo(() => poolColumns(view), [view]);
  const isBarring = view.hasConditions || view.pools.some((pool) => pool.refusedFor.length > 0);
  const [sorting, setSorting] = useState<Sorting>();
  return (
    <section aria-labelledby="pools-title">
      <div className="section-title">
        <h2 id="pools-title">{t('table.title')}</h2>
        <p className="note screen-only">{t('table.hint')}</p>
        <p className="note unit-note">{t('units.shown', { unit: t(`units.${unit}`) })}</p>
      </div>
      <div className="table-scroll" role="region" aria-labelledby="pools-title" tabIndex={0}>
        <table className="pools">
          <PoolTableHead
            columns={columns}
            target={view.targetMonths}
            isBarring={isBarring}
            sorting={sorting}
            onSort={(column) => setSorting(nextSorting(sorting, column))}
          />
          <tbody>
            {sortPools(view.pools, sorting).map((pool) => (
              <PoolRow key={pool.id} pool={pool} columns={columns} view={view} isBarring={isBarring} />
            ))}
          </tbody>
          <Totals pools={view.pools} columns={columns} isBarring={isBarring} />
        </table>
      </div>
      {unit === 'yuan' ? null : <p className="note">{t('units.rounded', { unit: t(`units.${unit}`) })}</p>}
    </section>
  );
}

/** First click puts the largest on top, the second the smallest, the third restores the given order. */
function nextSorting(sorting: Sorting | undefined, column: PoolColumn): Sorting | undefined {
  if (sorting?.column.key !== column.key) return { column, direction: 'descending' };
  return sorting.direction === 'descending' ? { column, direction: 'ascending' } : undefined;
}

interface PoolRowProps {
  readonly pool: PoolLine;
  readonly columns: readonly PoolColumn[];
  readonly view: Pick<RunViewBody, 'targetMonths' | 'hasConditions'>;
  /** Whether any pool can be barred, so that the table has a column for it. */
  readonly isBarring: boolean;
}

function PoolRow({ pool, columns, view, isBarring }: PoolRowProps): ReactNode {
  const { pick } = useLanguage();
  return (
    <tr>
      <th scope="row">{pick(pool.name)}</th>
      {columns.map((column) => (
        <PoolCell key={column.key} pool={pool} column={column} target={view.targetMonths} />
      ))}
      {isBarring ? (
        <td className="conditions">
          <PoolConditions pool={pool} hasConditions={view.hasConditions} />
        </td>
      ) : null}
    </tr>
  );
}

interface TotalsProps {
  readonly pools: readonly PoolLine[];
  readonly columns: readonly PoolColumn[];
  readonly isBarring: boolean;
}

function Totals({ pools, columns, isBarring }: TotalsProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('table.total')}</th>
        {columns.map((column) => {
          const total = columnTotal(pools, column);
          return (
            <td key={column.key} className={`group-${column.group}`}>
              {total === undefined ? '' : formatAmount(total, unit)}
            </td>
          );
        })}
        {isBarring ? <td /> : null}
      </tr>
    </tfoot>
  );
}
