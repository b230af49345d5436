import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';

/** A year under correction: which version is in force meanwhile, who opened the correction why, and who would drop it. */
export function CorrectionNotice({
  year: { steps, version, inForce, phase },
}: {
  readonly year: YearView;
}): ReactNode {
  const { t } = useTranslation();
  if (inForce === null) return null;
  const last = (kind: 'corrected' | 'drop_asked'): YearView['steps'][number] | undefined =>
    steps.findLast((step) => step.kind === kind && step.version === version);
  const [opening, drop] = [last('corrected'), phase === 'dropping' ? last('drop_asked') : undefined];
  return (
    <div className="missing" role="note">
      <strong>{t('years.underCorrection', { version, inForce: inForce.version })}</strong>{' '}
      {drop === undefined ? null : <strong>{t('years.dropAsked')}</strong>}
      <dl className="facts">
        <Reason label={t('years.correctedWhy')} step={opening} />
        <Reason label={t('years.droppedWhy')} step={drop} />
      </dl>
    </div>
  );
}

interface ReasonProps {
  readonly label: string;
  readonly step: YearView['steps'][number] | undefined;
}

/** Why a step was taken, by whom and when. */
function Reason({ label, step }: ReasonProps): ReactNode {
  if (step === undefined) return null;
  const { note, by, at } = step;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {note}
        <div>
          <WhoWhen by={by} at={at} />
        </div>
      </dd>
    </>
  );
}
