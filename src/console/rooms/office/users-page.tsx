import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndUser, usersQuery, type InitialPassword } from '#console/api/office-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { AddUserForm } from '#console/rooms/office/add-user-form.tsx';
import { InitialPasswordNotice } from '#console/rooms/office/initial-password-notice.tsx';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { ReasonDialog } from '#console/rooms/office/reason-dialog.tsx';
import { UserRow } from '#console/rooms/office/user-row.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** The users of the own places; administrators add them, reset their passwords and end their accounts. */
export function UsersPage(): ReactNode {
  const { t } = useTranslation();
  const mayAct = holds(useAccount(), ['administrator']);
  const query = useQuery({ ...usersQuery, enabled: holds(useAccount(), ['administrator', 'auditor']) });
  const end = useEndUser();
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<(InitialPassword & { readonly login: string }) | undefined>();
  const [ending, setEnding] = useState<string | undefined>();
  const add = (
    <Button
      type="primary"
      icon={<UserAddOutlined aria-hidden />}
      aria-expanded={isAdding}
      onClick={() => setAdding(!isAdding)}
    >
      {t('office.users.add')}
    </Button>
  );
  const columns = (['person', 'department', 'home', 'roles', 'created'] as const).map((column) =>
    t(`office.users.${column}`),
  );
  return (
    <OfficeFrame part="users" actions={mayAct ? add : null}>
      {isAdding ? (
        <AddUserForm
          onAdded={(added) => {
            setTold(added);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
      {told === undefined ? null : <InitialPasswordNotice told={told} onClose={() => setTold(undefined)} />}
      <QueryView query={query}>
        {(users) => (
          <OfficeTable
            columns={mayAct ? [...columns, t('office.actions')] : columns}
            none={t('office.users.none')}
            rows={users.map((user) => (
              <UserRow
                key={user.id}
                user={user}
                mayAct={mayAct}
                onEnd={() => setEnding(user.id)}
                onReset={(reset) => setTold({ ...reset, login: user.login })}
              />
            ))}
          />
        )}
      </QueryView>
      <ReasonDialog
        title={t('office.users.end')}
        text={t('office.users.endText')}
        confirm={t('office.users.end')}
        action={end}
        id={ending}
        onClose={() => setEnding(undefined)}
      />
    </OfficeFrame>
  );
}
