import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { personQuery } from '#console/api/people-queries.ts';
import { useRoleNames } from '#console/session/role-names.ts';

interface PersonProps {
  /** Null where nobody asked: the first set-up. */
  readonly id: string | null;
}

/** A person by name and department; whoever controls the machine, and nobody, by their word. */
export function Person({ id }: PersonProps): ReactNode {
  const { t } = useTranslation();
  const { departmentName } = useRoleNames();
  const isUser = id !== null && id !== 'machine';
  const { data } = useQuery({ ...personQuery(id ?? ''), enabled: isUser });
  if (!isUser) return <span className="note">{t(id === null ? 'office.firstSetUp' : 'books.machine')}</span>;
  if (data === undefined || data === null) return <code title={id}>{id.slice(0, 8)}</code>;
  return (
    <span className="person" title={id}>
      {data.name} <span className="note">{departmentName(data.department)}</span>
    </span>
  );
}
