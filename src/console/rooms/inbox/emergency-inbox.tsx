import type { ReactNode } from 'react';
import { emergencyQuery, type EmergencyAccess } from '#console/api/office-queries.ts';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { Person } from '#console/fund/person.tsx';
import { ReviewForm } from '#console/rooms/office/review-form.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';

/** Emergency access that another person took and nobody has reviewed. */
export const emergencyInbox = inboxSource<readonly EmergencyAccess[], EmergencyAccess>({
  id: 'emergency',
  roles: ['auditor'],
  query: emergencyQuery,
  waitingFor: ({ userId }, accesses) =>
    accesses.filter((access) => access.finding === null && access.userId !== userId),
  keyOf: ({ id }) => id,
  Card: EmergencyCard,
});

function EmergencyCard({ item }: { readonly item: EmergencyAccess }): ReactNode {
  const { roleName } = useRoleNames();
  const { userId, role, place, reason, startedAt, until } = item;
  return (
    <>
      <div className="inbox-what">
        <strong>
          <Person id={userId} />
        </strong>
        {' · '}
        {roleName(role)} <code>{place}</code> · {reason}
        <div className="note">
          <RecordedAt instant={startedAt} /> → <RecordedAt instant={until} />
        </div>
      </div>
      <ReviewForm access={item} />
    </>
  );
}
