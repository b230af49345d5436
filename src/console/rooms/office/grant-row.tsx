import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideGrant, type Grant } from '#console/api/office-queries.ts';
import { DecisionButtons } from '#console/rooms/office/decision-buttons.tsx';
import { Person } from '#console/fund/person.tsx';
import { PlaceName } from '#console/fund/place-name.tsx';
import { Standing } from '#console/rooms/office/standing.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';

interface GrantRowProps {
  readonly grant: Grant;
  readonly mayAct: boolean;
  readonly onEnd: () => void;
}

export function GrantRow({ grant, mayAct, onEnd }: GrantRowProps): ReactNode {
  const { t } = useTranslation();
  const { roleName } = useRoleNames();
  const { userId, role, place, reason, requestedBy, requestedAt, state } = grant;
  return (
    <tr className={state === 'refused' || state === 'ended' ? 'row-over' : ''}>
      <th scope="row">
        <Person id={userId} />
      </th>
      <td>{roleName(role)}</td>
      <td>
        <PlaceName path={place} />
      </td>
      <td className="reason">{requestedBy === null ? t('office.firstSetUp') : reason}</td>
      <td>
        {requestedBy === null ? null : <Person id={requestedBy} />}
        <div className="note">
          <RecordedAt instant={requestedAt} />
        </div>
      </td>
      <td>
        <Standing state={state} />
      </td>
      <td>
        <Decided grant={grant} />
      </td>
      {mayAct ? (
        <td>
          <Actions grant={grant} onEnd={onEnd} />
        </td>
      ) : null}
    </tr>
  );
}

/** Who decided, or ended, and when: the latest of the two. */
function Decided({ grant }: { readonly grant: Grant }): ReactNode {
  const { decidedBy, decidedAt, endedBy, endedAt } = grant;
  const [by, at] = endedAt === null ? [decidedBy, decidedAt] : [endedBy, endedAt];
  if (at === null) return null;
  return (
    <>
      {by === null ? null : <Person id={by} />}
      <div className="note">
        <RecordedAt instant={at} />
      </div>
    </>
  );
}

function Actions({ grant, onEnd }: Omit<GrantRowProps, 'mayAct'>): ReactNode {
  const { t } = useTranslation();
  const { roleName } = useRoleNames();
  const decide = useDecideGrant();
  const ownId = useAccount()?.userId;
  const { id, userId, requestedBy, role, place, state } = grant;
  if (state === 'refused' || state === 'ended') return null;
  const about = `${roleName(role)} ${place}`;
  return (
    <>
      {state === 'requested' ? (
        <DecisionButtons id={id} barred={[requestedBy, userId]} ownId={ownId} decide={decide} about={about} />
      ) : null}{' '}
      <Button onClick={onEnd} aria-label={`${t('office.grants.end')} ${about}`}>
        {t(state === 'requested' ? 'office.grants.takeBack' : 'office.grants.end')}
      </Button>
    </>
  );
}
