import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import { kindOf, useOptionName } from '#console/rooms/years/field-names.ts';
import { fenOf } from '#kernel/fen';

/** Writes the value of a figure as its field has it: amounts in the chosen unit, or exactly in yuan. */
export function useFigureText(): (field: string, value: string, isExact?: boolean) => string {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const optionName = useOptionName();
  return (field, value, isExact = false) => {
    switch (kindOf(field)) {
      case 'amount':
        return isExact
          ? `${formatAmount(fenOf(value), 'yuan')} ${t('units.yuan')}`
          : formatAmount(fenOf(value), unit);
      case 'truth':
        return t(value === 'true' ? 'truth.yes' : 'truth.no');
      case 'choice':
        return optionName(value);
      default:
        return value;
    }
  };
}
