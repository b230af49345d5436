import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmergencyAccess } from '#console/api/office-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Person } from '#console/fund/person.tsx';
import { ReviewForm } from '#console/rooms/office/review-form.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';

export function EmergencyRow({ access }: { readonly access: EmergencyAccess }): ReactNode {
  const { roleName } = useRoleNames();
  return (
    <tr>
      <th scope="row">
        <Person id={access.userId} />
      </th>
      <td>{roleName(access.role)}</td>
      <td>
        <code>{access.place}</code>
      </td>
      <td className="reason">{access.reason}</td>
      <td className="figures">
        <RecordedAt instant={access.startedAt} />
        <br />
        <span className="note">
          → <RecordedAt instant={access.until} />
        </span>
      </td>
      <td>
        <Finding access={access} />
      </td>
    </tr>
  );
}

function Finding({ access }: { readonly access: EmergencyAccess }): ReactNode {
  const { t } = useTranslation();
  const ownId = useAccount()?.userId;
  const { finding, note, reviewedBy, reviewedAt, userId } = access;
  if (finding !== null) {
    return (
      <>
        <Mark tone={finding === 'justified' ? 'good' : 'warn'}>{t(`office.emergency.${finding}`)}</Mark>{' '}
        {note}
        <div className="note">
          <Person id={reviewedBy} /> {reviewedAt === null ? null : <RecordedAt instant={reviewedAt} />}
        </div>
      </>
    );
  }
  if (userId === ownId) return <span className="note">{t('office.needsAnother')}</span>;
  return <ReviewForm access={access} />;
}
