import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { PoolYear } from '#console/api/fund-projection-queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { fenOf, ZERO_FEN } from '#kernel/fen';

interface AmountFigureProps {
  /** Id of the explained node. */
  readonly figure: string;
  readonly name: string;
  readonly yuan: string;
}

/** An amount that opens its explanation. */
export function AmountFigure({ figure, name, yuan }: AmountFigureProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const amount = fenOf(yuan);
  const shown = formatAmount(amount, unit);
  return (
    <FigureButton
      figure={figure}
      className={amount === ZERO_FEN ? 'figure-zero' : amount < ZERO_FEN ? 'figure-negative' : ''}
      name={name}
      text={`${shown} ${t(`units.${unit}`)}`}
      title={`${formatAmount(amount, 'yuan')} ${t('units.yuan')}`}
    >
      {shown}
    </FigureButton>
  );
}

interface MonthsFigureProps {
  readonly year: number;
  readonly pool: PoolYear;
  readonly name: string;
}

/** Months payable, which open their explanation; below the floor they carry a mark, not a colour alone. */
export function MonthsFigure({ year, pool, name }: MonthsFigureProps): ReactNode {
  const { t } = useTranslation();
  const { months, isBelowFloor } = pool;
  if (months === null) return <span className="note">{t('table.noExpenditure')}</span>;
  const below = isBelowFloor ? t('fundProjections.table.below') : undefined;
  return (
    <FigureButton
      figure={`${year}/months-after/${pool.id}`}
      className={below === undefined ? '' : 'figure-below'}
      name={name}
      text={below === undefined ? months : `${months} (${below})`}
      {...(below === undefined ? {} : { title: below })}
    >
      {below === undefined ? null : <span aria-hidden>▼</span>}
      {months}
    </FigureButton>
  );
}
