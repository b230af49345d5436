import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { risksQuery, type RiskSummary } from '#console/api/monitoring-queries.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { holds } from '#console/session/session.ts';

/** Assessments of risk that another person handed in; they are confirmed where they are shown. */
export const risksInbox = inboxSource<readonly RiskSummary[], RiskSummary>({
  id: 'risks',
  roles: ['fund_checker'],
  query: risksQuery,
  waitingFor: (account, risks) =>
    risks.filter(
      ({ state, madeBy, place }) =>
        state === 'proposed' && madeBy !== account.userId && holds(account, ['fund_checker'], place),
    ),
  keyOf: ({ id }) => id,
  Card: RiskCard,
});

function RiskCard({ item }: { readonly item: RiskSummary }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, subject, month, insuranceType, madeBy, madeAt } = item;
  return (
    <FundCard
      title={`${month} ${poolName(subject)}`}
      about={`${t(`schemes.${insuranceType}`)} · ${t('monitoring.assess')}`}
      by={madeBy}
      at={madeAt}
    >
      <Link to="/fund/monitoring/assessments/$id" params={{ id }}>
        {t('inbox.goTo', { step: t('monitoring.decide.confirmed') })}
      </Link>
    </FundCard>
  );
}
