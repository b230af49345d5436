import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { UNITS } from '#console/amounts/unit.ts';

/** Switches all amounts between 元, 万元 and 亿元. */
export function UnitSwitch(): ReactNode {
  const { t } = useTranslation();
  const { unit, chooseUnit } = useUnit();
  return (
    <Segmented
      aria-label={t('units.choose')}
      name="unit"
      size="small"
      value={unit}
      options={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
      onChange={chooseUnit}
    />
  );
}
