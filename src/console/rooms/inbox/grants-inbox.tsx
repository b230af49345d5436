import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grantsQuery, useDecideGrant, type Grant } from '#console/api/office-queries.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { DecisionButtons } from '#console/rooms/office/decision-buttons.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';

/** Grants that another administrator asked for, and not for this one. */
export const grantsInbox = inboxSource<readonly Grant[], Grant>({
  id: 'grants',
  roles: ['administrator'],
  query: grantsQuery,
  waitingFor: ({ userId }, grants) =>
    grants.filter(
      (grant) => grant.state === 'requested' && grant.requestedBy !== userId && grant.userId !== userId,
    ),
  keyOf: ({ id }) => id,
  Card: GrantCard,
});

function GrantCard({ item }: { readonly item: Grant }): ReactNode {
  const { t } = useTranslation();
  const { roleName } = useRoleNames();
  const decide = useDecideGrant();
  const ownId = useAccount()?.userId;
  const { id, userId, role, place, reason, requestedBy, requestedAt } = item;
  return (
    <>
      <div className="inbox-what">
        <strong>
          <Person id={userId} />
        </strong>
        {' · '}
        {roleName(role)} <code>{place}</code> · {reason}
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
          about={`${roleName(role)} ${place}`}
        />
      </div>
    </>
  );
}
