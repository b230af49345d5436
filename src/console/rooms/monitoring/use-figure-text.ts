import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Warning } from '#console/rooms/monitoring/warnings-of.ts';
import { fenOf } from '#kernel/fen';

/** A figure with what it counts: months, points, or an amount in the chosen unit. */
export function useFigureText(): (warning: Pick<Warning, 'indicator' | 'figure' | 'missing'>) => string {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return ({ indicator, figure, missing }) => {
    if (figure === null) return missing === null ? '' : t(`monitoring.missing.${missing}`);
    return indicator === 'current_result'
      ? `${formatAmount(fenOf(figure), unit)} ${t(`units.${unit}`)}`
      : `${figure} ${t(`monitoring.units.${indicator}`)}`;
  };
}
