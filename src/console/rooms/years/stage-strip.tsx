import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { stagesOf } from '#console/rooms/years/stages.ts';

/** The year's way from figures to its last payment, with who did each step and when. */
export function StageStrip({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  return (
    <ol className="stages" aria-label={t('years.stages')}>
      {stagesOf(year).map(({ stage, state, step }) => (
        <li
          key={stage}
          className={`stage stage-${state}`}
          {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <strong>
            {state === 'done' ? <CheckOutlined aria-label={t('years.stageDone')} /> : null}{' '}
            {t(`years.stage.${stage}`)}
          </strong>
          {state === 'now' ? <div className="note">{t('years.stageNow')}</div> : null}
          {step === undefined || stage === 'final' ? null : <WhoWhen by={step.by} at={step.at} />}
        </li>
      ))}
    </ol>
  );
}
