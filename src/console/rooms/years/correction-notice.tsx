import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { WhoWhen } from '#console/rooms/books/who-when.tsx';

/** A year under correction: which version is in force meanwhile, and who opened the correction why. */
export function CorrectionNotice({ year: { steps, version } }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const opening = steps.find((step) => step.kind === 'corrected' && step.version === version);
  const inForce = steps.findLast(({ kind }) => kind === 'approved')?.version;
  if (opening === undefined || inForce === undefined || inForce === version) return null;
  return (
    <div className="missing" role="note">
      <strong>{t('years.underCorrection', { version, inForce })}</strong> {opening.note}{' '}
      <WhoWhen by={opening.by} at={opening.at} />
    </div>
  );
}
