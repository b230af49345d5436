import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useConfirmClosing,
  useDecideClosing,
  useDecideDifference,
  waitingReconciliationsQuery,
  type WaitingReconciliation,
} from '#console/api/reconciliation-queries.ts';
import { Money } from '#console/fund/money.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
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
      ({ kind, statement, proposedBy }) =>
        holds(account, ['reconciliation_checker'], statement.place) &&
        proposedBy !== account.userId &&
        (kind === 'difference' || account.department === departmentOf[kind](statement)),
    ),
  keyOf: ({ id }) => id,
  Card: WaitingCard,
});

/** A closing waits for the office that keeps the books, its confirmation for the department whose statement it is. */
const departmentOf = {
  closing: () => 'health_insurance',
  confirmation: ({ department }: WaitingReconciliation['statement']) => department,
} as const;

function WaitingCard({ item }: { readonly item: WaitingReconciliation }): ReactNode {
  const { t } = useTranslation();
  const accountTitle = useAccountTitle();
  const decideDifference = useDecideDifference();
  const decideClosing = useDecideClosing();
  const confirmClosing = useConfirmClosing();
  const deciders = { difference: decideDifference, closing: decideClosing, confirmation: confirmClosing };
  const { kind, id, statement, amount, reason, proposedBy, proposedAt } = item;
  return (
    <>
      <div className="inbox-what">
        <strong>
          {kind === 'difference'
            ? t('reconciliations.differences.title')
            : t(`reconciliations.inbox.${kind}`, { month: statement.month })}
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
          decide={deciders[kind]}
          about={`${statement.month} ${reason}`}
        />
      </div>
    </>
  );
}
