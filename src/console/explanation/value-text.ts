import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatExactAmount } from '#console/amounts/unit.ts';
import type { ExplainedNode } from '#console/api/queries.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { zh } from '#console/i18n/zh.ts';
import { fenOf } from '#kernel/fen';

type ValueUnit = keyof typeof zh.valueUnits;

/** Writes the value of an explained figure; amounts are exact, in the chosen unit. */
export function useValueText(): (value: ExplainedNode['value']) => string {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const labelOf = useCodeLabel();
  return (value) => {
    switch (value.kind) {
      case 'fen':
        return `${formatExactAmount(fenOf(value.amount), unit)} ${t(`units.${unit}`)}`;
      case 'rate':
        return value.rate;
      case 'number':
        return isValueUnit(value.unit)
          ? t(`valueUnits.${value.unit}`, { number: value.number })
          : value.number;
      case 'truth':
        return t(value.holds ? 'truth.yes' : 'truth.no');
      case 'choice':
        return labelOf('choices', value.choice);
      case 'none':
        return '—';
    }
  };
}

function isValueUnit(unit: string): unit is ValueUnit {
  return unit in zh.valueUnits;
}
