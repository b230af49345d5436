import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  grantsQuery,
  useResetPassword,
  type InitialPassword,
  type User,
} from '#console/api/office-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { PlaceName } from '#console/fund/place-name.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';

interface UserRowProps {
  readonly user: User;
  readonly mayAct: boolean;
  readonly onEnd: () => void;
  readonly onReset: (told: InitialPassword) => void;
}

export function UserRow({ user, mayAct, onEnd, onReset }: UserRowProps): ReactNode {
  const { t } = useTranslation();
  const { departmentName } = useRoleNames();
  const isSelf = useAccount()?.userId === user.id;
  return (
    <tr className={user.endedAt === null ? '' : 'row-over'}>
      <th scope="row">
        {user.name} <code>{user.login}</code>{' '}
        {user.endedAt === null ? null : <Mark tone="plain">{t('office.users.ended')}</Mark>}
      </th>
      <td>{departmentName(user.department)}</td>
      <td>
        <PlaceName path={user.place} />
      </td>
      <td>
        <HeldRoles userId={user.id} />
      </td>
      <td className="figures">
        <RecordedAt instant={user.createdAt} />
      </td>
      {mayAct ? (
        <td>
          {user.endedAt !== null ? null : isSelf ? (
            <span className="note">{t('office.users.self')}</span>
          ) : (
            <Actions user={user} onEnd={onEnd} onReset={onReset} />
          )}
        </td>
      ) : null}
    </tr>
  );
}

function HeldRoles({ userId }: { readonly userId: string }): ReactNode {
  const { t } = useTranslation();
  const { roleName } = useRoleNames();
  const { data = [] } = useQuery(grantsQuery);
  const open = data.filter(
    (grant) => grant.userId === userId && (grant.state === 'confirmed' || grant.state === 'requested'),
  );
  if (open.length === 0) return <span className="note">{t('session.noRoles')}</span>;
  return (
    <ul className="plain-list">
      {open.map(({ id, role, place, state }) => (
        <li key={id}>
          {roleName(role)} <PlaceName path={place} />{' '}
          {state === 'requested' ? <Mark tone="warn">{t('office.states.requested')}</Mark> : null}
        </li>
      ))}
    </ul>
  );
}

function Actions({ user, onEnd, onReset }: Omit<UserRowProps, 'mayAct'>): ReactNode {
  const { t } = useTranslation();
  const reset = useResetPassword();
  return (
    <>
      <span className="row-actions">
        <Link to="/office/grants" search={{ user: user.id }}>
          {t('office.users.grant')}
        </Link>
        <Popconfirm
          title={t('office.users.resetText')}
          okText={t('office.users.reset')}
          cancelText={t('office.cancel')}
          styles={{ root: { maxWidth: 360 } }}
          onConfirm={() => reset.mutate(user.id, { onSuccess: onReset })}
        >
          <Button loading={reset.isPending}>{t('office.users.reset')}</Button>
        </Popconfirm>
        <Button danger onClick={onEnd}>
          {t('office.users.end')}
        </Button>
      </span>
      {reset.isError ? <ProblemPanel error={reset.error} /> : null}
    </>
  );
}
