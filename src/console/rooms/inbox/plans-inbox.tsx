import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentPlansQuery, useDecidePlan, type PaymentPlan } from '#console/api/payment-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';

/** Payment plans that another person drafted. */
export const plansInbox = inboxSource<readonly PaymentPlan[], PaymentPlan>({
  id: 'plans',
  roles: ['fund_checker'],
  query: paymentPlansQuery,
  waitingFor: waitingFlows,
  keyOf: ({ id }) => id,
  Card: PlanCard,
});

function PlanCard({ item }: { readonly item: PaymentPlan }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecidePlan();
  const { id, place, pool, insuranceType, month, total, proposedBy, proposedAt } = item;
  const title = `${month} ${poolName(pool)}`;
  return (
    <FundCard
      title={<Link to="/fund/payments/plans">{title}</Link>}
      about={
        <>
          {t(`schemes.${insuranceType}`)} · <Money yuan={total} />
        </>
      }
      by={proposedBy}
      at={proposedAt}
    >
      <FlowDecision id={id} place={place} proposedBy={proposedBy} decide={decide} about={title} />
    </FundCard>
  );
}
