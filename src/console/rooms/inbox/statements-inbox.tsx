import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statementsQuery, type StatementSummary } from '#console/api/statement-queries.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { FundCard } from '#console/rooms/inbox/fund-card.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { holds } from '#console/session/session.ts';

/** Statements that another person handed in; they are signed where they are shown. */
export const statementsInbox = inboxSource<readonly StatementSummary[], StatementSummary>({
  id: 'statements',
  roles: ['fund_checker'],
  query: statementsQuery,
  waitingFor: (account, statements) =>
    statements.filter(
      ({ state, madeBy, place }) =>
        state === 'proposed' && madeBy !== account.userId && holds(account, ['fund_checker'], place),
    ),
  keyOf: ({ id }) => id,
  Card: StatementCard,
});

function StatementCard({ item }: { readonly item: StatementSummary }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, subject, period, insuranceType, version, madeBy, madeAt } = item;
  return (
    <FundCard
      title={`${period} ${poolName(subject)}`}
      about={`${t(`schemes.${insuranceType}`)} · ${t('statements.version', { version })}`}
      by={madeBy}
      at={madeAt}
    >
      <Link to="/fund/statements/kept/$id" params={{ id }}>
        {t('inbox.goTo', { step: t('statements.publish') })}
      </Link>
    </FundCard>
  );
}
