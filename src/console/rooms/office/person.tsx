import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '#console/api/office-queries.ts';
import { holds, useAccount } from '#console/session/session.ts';

interface PersonProps {
  /** Null where nobody asked: the first set-up. */
  readonly id: string | null;
}

/** A person by name and login name, where this reader may see that; else by a short id. */
export function Person({ id }: PersonProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayList = holds(account, ['administrator', 'auditor']);
  const { data } = useQuery({ ...usersQuery, enabled: mayList });
  if (id === null) return <span className="note">{t('office.firstSetUp')}</span>;
  const found = id === account?.userId ? account : data?.find((user) => user.id === id);
  if (found === undefined) return <code title={id}>{id.slice(0, 8)}</code>;
  return (
    <span className="person">
      {found.name} <code>{found.login}</code>
    </span>
  );
}
