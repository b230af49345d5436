import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useColumnLabels } from '#console/rooms/adjustment/column-labels.ts';
import type { ColumnGroup, PoolColumn } from '#console/rooms/adjustment/pool-columns.ts';
import type { Sorting } from '#console/rooms/adjustment/pool-figures.ts';

interface PoolTableHeadProps {
  readonly columns: readonly PoolColumn[];
  readonly target: string | null;
  readonly isBarring: boolean;
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: PoolColumn) => void;
}

/** Two lines of headings: groups, and under them the columns, each a button that sorts by it. */
export function PoolTableHead({
  columns,
  target,
  isBarring,
  sorting,
  onSort,
}: PoolTableHeadProps): ReactNode {
  const { t } = useTranslation();
  const labels = useColumnLabels();
  const heading = (column: PoolColumn): ReactNode => (
    <SortButton
      label={labels.short(column)}
      fullLabel={labels.full(column)}
      direction={sorting?.column.key === column.key ? sorting.direction : undefined}
      onSort={() => onSort(column)}
    />
  );
  const sortOf = (column: PoolColumn) =>
    sorting?.column.key === column.key ? sorting.direction : ('none' as const);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('table.pool')}
        </th>
        {groupsOf(columns).map(({ group, members: [first, ...rest] }) =>
          group === 'levy' ? (
            <th key={group} scope="col" rowSpan={2} className="group-levy" aria-sort={sortOf(first)}>
              {heading(first)}
            </th>
          ) : (
            <th key={group} scope="colgroup" colSpan={rest.length + 1} className={`group-${group}`}>
              {labels.group(group)}
              {target !== null && (group === 'before' || group === 'after') ? (
                <small>{t('table.target', { months: target })}</small>
              ) : null}
            </th>
          ),
        )}
        {isBarring ? (
          <th scope="col" rowSpan={2} className="conditions">
            {t('table.conditions')}
          </th>
        ) : null}
      </tr>
      <tr>
        {columns
          .filter((column) => column.group !== 'levy')
          .map((column) => (
            <th key={column.key} scope="col" className={`group-${column.group}`} aria-sort={sortOf(column)}>
              {heading(column)}
            </th>
          ))}
      </tr>
    </thead>
  );
}

interface GroupedColumns {
  readonly group: ColumnGroup;
  readonly members: [PoolColumn, ...PoolColumn[]];
}

function groupsOf(columns: readonly PoolColumn[]): readonly GroupedColumns[] {
  const groups: GroupedColumns[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.group === column.group) last.members.push(column);
    else groups.push({ group: column.group, members: [column] });
  }
  return groups;
}

interface SortButtonProps {
  readonly label: string;
  readonly fullLabel: string;
  readonly direction: Sorting['direction'] | undefined;
  readonly onSort: () => void;
}

function SortButton({ label, fullLabel, direction, onSort }: SortButtonProps): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="sort"
      aria-label={`${fullLabel} ${t('table.sort', { column: label })}`}
      onClick={onSort}
    >
      {label}
      {direction === 'ascending' ? <CaretUpFilled aria-hidden /> : null}
      {direction === 'descending' ? <CaretDownFilled aria-hidden /> : null}
    </button>
  );
}
