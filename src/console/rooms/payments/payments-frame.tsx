import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { FundFrame, type FundPart } from '#console/fund/fund-frame.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';

const PARTS = [
  ['runs', '/fund/payments'],
  ['plans', '/fund/payments/plans'],
  ['sweep', '/fund/payments/sweep'],
  ['interest', '/fund/payments/interest'],
  ['accounts', '/fund/payments/accounts'],
] as const satisfies readonly (readonly [string, FundPart['to']])[];

interface PaymentsFrameProps {
  readonly part: (typeof PARTS)[number][0];
  /** Where the page is about one thing of the part, its name. */
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of payments: runs, plans, sweeps, interest and bank accounts; whoever pays sees amounts to the fen. */
export function PaymentsFrame({ part, title, actions, children }: PaymentsFrameProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FundFrame
      room={t('payments.title')}
      parts={PARTS.map(([one, to]) => ({ to, label: t(`payments.parts.${one}`) }))}
      title={title ?? t(`payments.parts.${part}`)}
      text={t(`payments.texts.${part}`)}
      readers={FUND_READERS}
      actions={actions}
    >
      <FixedUnit unit="yuan">{children}</FixedUnit>
    </FundFrame>
  );
}
