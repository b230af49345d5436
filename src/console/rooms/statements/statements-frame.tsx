import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FundFrame } from '#console/fund/fund-frame.tsx';
import { STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import '#console/rooms/statements/statements.css';

interface StatementsFrameProps {
  readonly part: 'drawing' | 'kept' | 'check';
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the statements: what the ledger gives now, the versions that are kept, and the check of a file. */
export function StatementsFrame({ part, title, actions, children }: StatementsFrameProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FundFrame
      room={t('statements.title')}
      parts={[
        { to: '/fund/statements', label: t('statements.parts.drawing') },
        { to: '/fund/statements/kept', label: t('statements.parts.kept') },
        { to: '/fund/statements/check', label: t('statements.parts.check') },
      ]}
      title={title ?? t(`statements.parts.${part}`)}
      text={t(`statements.texts.${part}`)}
      readers={STATEMENT_READERS}
      actions={actions}
    >
      {children}
    </FundFrame>
  );
}
