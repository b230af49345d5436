import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentRunsQuery, useDecideRun, type PaymentRun } from '#console/api/payment-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';

/** Payment runs that another person proposed. */
export const runsInbox = inboxSource<readonly PaymentRun[], PaymentRun>({
  id: 'runs',
  roles: ['fund_checker'],
  query: paymentRunsQuery,
  waitingFor: waitingFlows,
  keyOf: ({ id }) => id,
  Card: RunCard,
});

function RunCard({ item }: { readonly item: PaymentRun }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecideRun();
  const { id, place, pool, purpose, lineCount, total, paysOn, proposedBy, proposedAt } = item;
  const title = t(`payments.purposes.${purpose}`);
  return (
    <FundCard
      title={
        <Link to="/fund/payments/runs/$id" params={{ id }}>
          {title}
        </Link>
      }
      about={
        <>
          {poolName(pool)} · {paysOn} · {t('payments.columns.lines')} {lineCount} · <Money yuan={total} />
        </>
      }
      by={proposedBy}
      at={proposedAt}
    >
      <FlowDecision id={id} place={place} proposedBy={proposedBy} decide={decide} about={title} />
    </FundCard>
  );
}
