import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { barWidth } from '#console/rooms/budgets/bar-width.ts';
import '#console/rooms/budgets/budgets.css';

interface ExecutionBarProps {
  /** Percent of the budget. */
  readonly rate: string;
  /** Percent of the year. */
  readonly timeGone: string;
  readonly isOver: boolean;
}

/** How much of a line is executed, with a mark where the year stands; the figure stands beside it. */
export function ExecutionBar({ rate, timeGone, isOver }: ExecutionBarProps): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="execution" role="img" aria-label={t('budgets.bar', { rate, time: timeGone })}>
      <span className="execution-track">
        <span
          className={isOver ? 'execution-done execution-over' : 'execution-done'}
          style={{ width: barWidth(rate) }}
        />
        <span className="execution-time" style={{ left: barWidth(timeGone) }} />
      </span>
      <span className="execution-rate">{rate}%</span>
    </span>
  );
}
