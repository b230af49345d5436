import type { ReactNode } from 'react';
import type { YearSummary } from '#console/api/year-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useLanguage } from '#console/i18n/language.ts';

/** Where a year stands. */
export function PhaseMark({ year }: { readonly year: Pick<YearSummary, 'phase' | 'phaseLabel'> }): ReactNode {
  const { pick } = useLanguage();
  return <Mark tone={year.phase === 'final' ? 'good' : 'warn'}>{pick(year.phaseLabel)}</Mark>;
}
