import { useMemo } from 'react';
import { useUnit } from '#console/amounts/unit-context.tsx';
import type { Unit } from '#console/amounts/unit.ts';
import { LOCALES, useLanguage } from '#console/i18n/language.ts';

/** How many units of the switch 1 亿元 is: for the marks of an axis only. */
const PER_YI: Readonly<Record<Unit, number>> = { yuan: 1e8, wan: 1e4, yi: 1 };

/** Writes the marks of an axis, which are in 亿元, in the chosen unit. */
export function useAxisText(): (yi: number) => string {
  const { language } = useLanguage();
  const { unit } = useUnit();
  return useMemo(() => {
    const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 4 });
    return (yi: number) => format.format(yi * PER_YI[unit]);
  }, [language, unit]);
}
