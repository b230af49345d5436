import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  interestNoticesQuery,
  useDecideInterest,
  type InterestNotice,
} from '#console/api/payment-queries.ts';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';

/** Interest notices that another person entered. */
export const interestInbox = inboxSource<readonly InterestNotice[], InterestNotice>({
  id: 'interest',
  roles: ['fund_checker'],
  query: interestNoticesQuery,
  waitingFor: waitingFlows,
  keyOf: ({ id }) => id,
  Card: InterestCard,
});

function InterestCard({ item }: { readonly item: InterestNotice }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const decide = useDecideInterest();
  const { id, place, pool, role, reference, amount, difference, proposedBy, proposedAt } = item;
  return (
    <FundCard
      title={<Link to="/fund/payments/interest">{reference}</Link>}
      about={
        <>
          {poolName(pool)} · {t(`payments.roles.${role}`)} · <Money yuan={amount} /> ·{' '}
          {t('payments.interest.difference')} <Money yuan={difference} />
        </>
      }
      by={proposedBy}
      at={proposedAt}
    >
      <FlowDecision
        id={id}
        place={place}
        proposedBy={proposedBy}
        decide={decide}
        about={reference}
        reasonLabel={difference === '0.00' ? undefined : t('payments.interest.reason')}
      />
    </FundCard>
  );
}
