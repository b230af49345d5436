import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FundFrame } from '#console/fund/fund-frame.tsx';
import { STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import '#console/rooms/monitoring/monitoring.css';

interface MonitoringFrameProps {
  readonly part: 'watch' | 'assessments';
  readonly title?: string;
  readonly children: ReactNode;
}

/** The frame of the watch: what warns now, and the assessments of risk that are kept. */
export function MonitoringFrame({ part, title, children }: MonitoringFrameProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FundFrame
      room={t('monitoring.title')}
      parts={[
        { to: '/fund/monitoring', label: t('monitoring.parts.watch') },
        { to: '/fund/monitoring/assessments', label: t('monitoring.parts.assessments') },
      ]}
      title={title ?? t(`monitoring.parts.${part}`)}
      text={t(`monitoring.texts.${part}`)}
      readers={STATEMENT_READERS}
    >
      {children}
    </FundFrame>
  );
}
