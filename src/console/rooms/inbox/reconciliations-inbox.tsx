import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  openReconciliationsQuery,
  useDecideClosing,
  useDecideDifference,
  type OtherStatement,
  type Reconciliation,
} from '#console/api/reconciliation-queries.ts';
import type { Account } from '#console/api/session-queries.ts';
import { Money } from '#console/rooms/books/money.tsx';
import { WhoWhen } from '#console/rooms/books/who-when.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { ReconcilerDecision } from '#console/rooms/reconciliations/reconciler-decision.tsx';
import { useAccountTitle } from '#console/rooms/reconciliations/use-account-title.ts';
import { holds } from '#console/session/session.ts';

interface WaitingItem {
  readonly kind: 'difference' | 'closing';
  readonly id: string;
  readonly statement: OtherStatement;
  readonly amount: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

/** What others said to differences, and months that others propose to close. */
export const reconciliationsInbox = inboxSource<readonly Reconciliation[], WaitingItem>({
  id: 'reconciliations',
  roles: ['reconciliation_checker'],
  query: openReconciliationsQuery,
  waitingFor: (account, months) => months.flatMap((month) => waitingIn(account, month)),
  keyOf: ({ id }) => id,
  Card: WaitingCard,
});

function waitingIn(
  account: Account,
  { statement, differences, closing }: Reconciliation,
): readonly WaitingItem[] {
  if (!holds(account, ['reconciliation_checker'], statement.place)) return [];
  const said = differences.flatMap(({ waiting }) =>
    waiting === null ? [] : [{ kind: 'difference' as const, statement, ...picked(waiting) }],
  );
  const closed =
    closing?.decision === null
      ? [{ kind: 'closing' as const, statement, reason: '', ...ofClosing(closing) }]
      : [];
  return [...said, ...closed].filter(({ proposedBy }) => proposedBy !== account.userId);
}

function picked({ id, amount, reason, proposedBy, proposedAt }: Omit<WaitingItem, 'kind' | 'statement'>) {
  return { id, amount, reason, proposedBy, proposedAt };
}

function ofClosing({ id, adjusted, proposedBy, proposedAt }: NonNullable<Reconciliation['closing']>) {
  return { id, amount: adjusted, proposedBy, proposedAt };
}

function WaitingCard({ item }: { readonly item: WaitingItem }): ReactNode {
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
