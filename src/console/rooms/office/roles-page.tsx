import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesQuery } from '#console/api/office-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { OfficeFrame } from '#console/rooms/office/office-frame.tsx';
import { OfficeTable } from '#console/rooms/office/office-table.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';

/** What each role may do, who may hold it and what excludes it; and what each department sees of persons and employers. */
export function RolesPage(): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { roleName, departmentName } = useRoleNames();
  const query = useQuery(rolesQuery);
  const own = useAccount()?.grants.map(({ role }) => role) ?? [];
  const all = query.data?.departments.length;
  const columns = (['role', 'may', 'departments', 'sees', 'excludes'] as const).map((column) =>
    t(`office.roles.${column}`),
  );
  return (
    <OfficeFrame part="roles">
      <QueryView query={query}>
        {({ roles, departments: every }) => (
          <>
            <OfficeTable
              columns={columns}
              none=""
              className="office-roles"
              rows={roles.map(({ id, label, may, departments, sees, excludes }) => (
                <tr key={id}>
                  <th scope="row">
                    {pick(label)} {own.includes(id) ? <Mark tone="good">{t('office.roles.own')}</Mark> : null}
                  </th>
                  <td>{pick(may)}</td>
                  <td>
                    {departments.length === all
                      ? t('office.roles.everyDepartment')
                      : departments.map(departmentName).join(t('office.roles.comma'))}
                  </td>
                  <td>
                    {t(sees === 'every department' ? 'office.roles.seesEvery' : 'office.roles.seesOwn')}
                  </td>
                  <td>
                    {excludes.length > 2
                      ? t('office.roles.excludesActing')
                      : excludes.map(roleName).join(t('office.roles.comma'))}
                  </td>
                </tr>
              ))}
            />
            <h2>{t('office.roles.matters')}</h2>
            <p className="note">{t('office.roles.mattersText')}</p>
            <OfficeTable
              columns={[t('office.roles.department'), t('office.roles.sees')]}
              none=""
              rows={every.map(({ id, matters }) => (
                <tr key={id}>
                  <th scope="row">{departmentName(id)}</th>
                  <td>
                    {matters.length === 0
                      ? t('office.roles.mattersNone')
                      : matters.map((matter) => pick(matter)).join(t('office.roles.semicolon'))}
                  </td>
                </tr>
              ))}
            />
          </>
        )}
      </QueryView>
    </OfficeFrame>
  );
}
