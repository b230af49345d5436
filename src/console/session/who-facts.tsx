import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#console/api/session-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useRoleNames } from '#console/session/role-names.ts';

/** Who is signed in: name, department, home, and each role with its place. */
export function WhoFacts({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation();
  const { roleName, departmentName } = useRoleNames();
  return (
    <dl className="who-facts">
      <dt>{t('session.login')}</dt>
      <dd>
        <code>{account.login}</code>
      </dd>
      <dt>{t('office.department')}</dt>
      <dd>{departmentName(account.department)}</dd>
      <dt>{t('office.home')}</dt>
      <dd>
        <code>{account.place}</code>
      </dd>
      <dt>{t('session.roles')}</dt>
      <dd>
        {account.grants.length === 0 ? <span className="note">{t('session.noRoles')}</span> : null}
        <ul>
          {account.grants.map(({ role, place, breakGlass }) => (
            <li key={`${role} ${place} ${breakGlass ?? ''}`}>
              {roleName(role)} <code>{place}</code>{' '}
              {breakGlass === null ? null : <Mark tone="warn">{t('office.emergency.short')}</Mark>}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
