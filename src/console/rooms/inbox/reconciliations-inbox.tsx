import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useDecideClosing,
  useDecideDifference,
  waitingReconciliationsQuery,
  type WaitingReconciliation,
} from '#console/api/reconciliation-queries.ts';
import { Money } from '#console/rooms/books/money.tsx';
import { WhoWhen } from '#console/rooms/books/who-when.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { ReconcilerDecision } from '#console/rooms/reconciliations/reconciler-decision.tsx';
import { useAccountTitle } from '#console/rooms/reconciliations/use-account-title.ts';
import { holds } from '#console/session/session.ts';

/** What others said to differences, and months that others propose to close. */
export const reconciliationsInbox = inboxSource<readonly WaitingReconciliation[], WaitingReconciliation>({
  id: 'reconciliations',
  roles: ['reconciliation_checker'],
  query: waitingReconciliationsQuery,
  waitingFor: (account, waiting) =>
    waiting.filter(
      ({ statement, proposedBy }) =>
        holds(account, ['reconciliation_checker'], statement.place) && proposedBy !== account.userId,
    ),
  keyOf: ({ id }) => id,
  Card: WaitingCard,
});

function WaitingCard({ item }: { readonly item: WaitingReconciliation }): ReactNode {
  const { t } = useTranslation();
  const accountTitle = useAccountTitle();
  const decideDifference = useDecideDifference();
  const decideClosing = useDecideClosing();
  const { kind, id, statement, amount, reason, proposedBy, proposedAt } = item;
  return (
    <>
      <div className="inbox-what">
        <strong>
          {kind === 'closing' ? t('reconciliations.inbox.closing', { month: statement.month }) : null}
          {kind === 'difference' ? t('reconciliations.differences.title') : null}
        </strong>{' '}
        <Money yuan={amount} /> · {accountTitle(statement)} {statement.month} {reason}
        <div className="note">
          {t('inbox.askedBy')} <WhoWhen by={proposedBy} at={proposedAt} />
        </div>
        <Link to="/fund/reconciliations/$statementId" params={{ statementId: statement.id }}>
          {t('reconciliations.inbox.open')}
        </Link>
      </div>
      <div>
        <ReconcilerDecision
          id={id}
          proposedBy={proposedBy}
          place={statement.place}
          decide={kind === 'closing' ? decideClosing : decideDifference}
          about={`${statement.month} ${reason}`}
        />
      </div>
    </>
  );
}
