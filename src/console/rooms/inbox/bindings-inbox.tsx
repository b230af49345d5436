import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bindingsQuery, useDecideBinding, type Binding } from '#console/api/office-queries.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { DecisionButtons } from '#console/rooms/office/decision-buttons.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useAccount } from '#console/session/session.ts';

/** Bindings to the provider of identities that another administrator asked for, and not for this one. */
export const bindingsInbox = inboxSource<readonly Binding[], Binding>({
  id: 'bindings',
  roles: ['administrator'],
  query: bindingsQuery,
  waitingFor: ({ userId }, bindings) =>
    bindings.filter(
      (binding) =>
        binding.state === 'requested' && binding.requestedBy !== userId && binding.userId !== userId,
    ),
  keyOf: ({ id }) => id,
  Card: BindingCard,
});

function BindingCard({ item }: { readonly item: Binding }): ReactNode {
  const { t } = useTranslation();
  const decide = useDecideBinding();
  const ownId = useAccount()?.userId;
  const { id, userId, subject, reason, requestedBy, requestedAt } = item;
  return (
    <>
      <div className="inbox-what">
        <strong>
          <Person id={userId} />
        </strong>
        {' · '}
        <code>{subject}</code> · {reason}
        <div className="note">
          {t('inbox.askedBy')} <Person id={requestedBy} /> <RecordedAt instant={requestedAt} />
        </div>
      </div>
      <div>
        <DecisionButtons
          id={id}
          barred={[requestedBy, userId]}
          ownId={ownId}
          decide={decide}
          about={subject}
        />
      </div>
    </>
  );
}
