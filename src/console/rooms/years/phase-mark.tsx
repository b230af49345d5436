import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearSummary } from '#console/api/year-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface PhaseMarkProps {
  readonly year: Pick<YearSummary, 'phase' | 'phaseLabel'> & {
    readonly inForce: Pick<YearSummary, 'phase' | 'phaseLabel'> | null;
  };
}

/** Where a year stands: while a correction is under way, the version in force and that it is being corrected. */
export function PhaseMark({ year: { inForce, ...correction } }: PhaseMarkProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { phase, phaseLabel } = inForce ?? correction;
  return (
    <>
      <Mark tone={phase === 'final' ? 'good' : 'warn'}>{pick(phaseLabel)}</Mark>
      {inForce === null ? null : (
        <>
          {' '}
          <Mark tone="warn">{t('years.correcting', { phase: pick(correction.phaseLabel) })}</Mark>
        </>
      )}
    </>
  );
}
