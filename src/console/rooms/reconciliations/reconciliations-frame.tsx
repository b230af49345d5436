import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { FundFrame } from '#console/fund/fund-frame.tsx';
import { RECONCILIATION_READERS } from '#console/rooms/reconciliations/reconciler-roles.ts';
import '#console/rooms/reconciliations/reconciliations.css';

interface ReconciliationsFrameProps {
  readonly part: 'months' | 'premiums';
  /** Where the page is about one month, its name. */
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The frame of the reconciliation bench: statements of other parties, and premiums three ways. Where a fen is a
 * difference, amounts are shown to the fen.
 */
export function ReconciliationsFrame(props: ReconciliationsFrameProps): ReactNode {
  const { part, title, actions, children } = props;
  const { t } = useTranslation();
  return (
    <FundFrame
      room={t('reconciliations.title')}
      parts={[
        { to: '/fund/reconciliations', label: t('reconciliations.parts.months') },
        { to: '/fund/reconciliations/premiums', label: t('reconciliations.parts.premiums') },
      ]}
      title={title ?? t(`reconciliations.parts.${part}`)}
      text={t(`reconciliations.texts.${part}`)}
      readers={RECONCILIATION_READERS}
      actions={actions}
    >
      <FixedUnit unit="yuan">{children}</FixedUnit>
    </FundFrame>
  );
}
