import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';

/** In which unit the amounts below are shown. */
export function UnitNote(): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return <span className="note unit-note">{t('units.shown', { unit: t(`units.${unit}`) })}</span>;
}
