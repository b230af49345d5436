import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '#console/rooms/office/person.tsx';

/** Who posted: a person, or whoever controls the machine. */
export function Actor({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  return id === 'machine' ? <span className="note">{t('books.machine')}</span> : <Person id={id} />;
}
