import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Warning } from '#console/rooms/monitoring/warnings-of.ts';
import { fenOf } from '#kernel/fen';

/** A figure with what it counts: months, points, or an amount in the chosen unit. */
export function useFigureText(): (warning: Pick<Warning, 'indicator' | 'figure'>) => string {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return ({ indicator, figure }) =>
    indicator === 'current_result'
      ? `${formatAmount(fenOf(figure), unit)} ${t(`units.${unit}`)}`
      : `${figure} ${t(`monitoring.units.${indicator}`)}`;
}
