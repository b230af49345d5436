import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { PoolLine } from '#console/api/queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { Absent } from '#console/rooms/adjustment/absent.tsx';
import { useColumnLabels } from '#console/rooms/adjustment/column-labels.ts';
import type { PoolColumn } from '#console/rooms/adjustment/pool-columns.ts';
import { isBelowTarget } from '#console/rooms/adjustment/pool-figures.ts';
import { fenOf, ZERO_FEN } from '#kernel/fen';

interface PoolCellProps {
  readonly pool: PoolLine;
  readonly column: PoolColumn;
  readonly target: string | null;
}

/** One figure of the table, which opens its explanation. */
export function PoolCell({ pool, column, target }: PoolCellProps): ReactNode {
  const text = column.textOf(pool);
  const className = `group-${column.group}`;
  if (column.content === 'months' && text !== undefined) {
    return (
      <td className={className}>
        <Months pool={pool} column={column} text={text} target={target} />
      </td>
    );
  }
  if (text === undefined || text === null) {
    return (
      <td className={className}>
        <Absent />
      </td>
    );
  }
  return (
    <td className={className}>
      <Amount pool={pool} column={column} text={text} />
    </td>
  );
}

interface FigureProps {
  readonly pool: PoolLine;
  readonly column: PoolColumn;
}

function Amount({ pool, column, text }: FigureProps & { readonly text: string }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { unit } = useUnit();
  const labels = useColumnLabels();
  const amount = fenOf(text);
  const shown = formatAmount(amount, unit);
  return (
    <FigureButton
      figure={column.figureOf(pool)}
      className={amount === ZERO_FEN ? 'figure-zero' : amount < ZERO_FEN ? 'figure-negative' : ''}
      name={`${pick(pool.name)} ${labels.full(column)}`}
      text={`${shown} ${t(`units.${unit}`)}`}
      title={`${formatAmount(amount, 'yuan')} ${t('units.yuan')}`}
    >
      {shown}
    </FigureButton>
  );
}

interface MonthsProps extends FigureProps {
  readonly text: string | null;
  readonly target: string | null;
}

/** Months payable; below the target they carry a mark, not a colour alone. */
function Months({ pool, column, text, target }: MonthsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labels = useColumnLabels();
  const name = `${pick(pool.name)} ${labels.full(column)}`;
  const figure = column.figureOf(pool);
  if (text === null) return <FigureButton figure={figure} name={name} text={t('table.noExpenditure')} />;
  const below = isBelowTarget(text, target) ? t('table.below', { months: target ?? '' }) : undefined;
  return (
    <FigureButton
      figure={figure}
      className={below === undefined ? '' : 'figure-below'}
      name={name}
      text={below === undefined ? text : `${text} (${below})`}
      {...(below === undefined ? {} : { title: below })}
    >
      {below === undefined ? null : <span aria-hidden>▼</span>}
      {text}
    </FigureButton>
  );
}
