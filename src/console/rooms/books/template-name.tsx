import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { journalQuery, type JournalEvent } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

interface TemplateNameProps {
  readonly event: Pick<JournalEvent, 'packHash' | 'template'>;
}

/** What an event is, in the words of the version by which it was posted. */
export function TemplateName({ event }: TemplateNameProps): ReactNode {
  const { pick } = useLanguage();
  const { packHash, template } = event;
  const { data } = useQuery({ ...journalQuery(packHash ?? ''), enabled: packHash !== null });
  const found = data?.templates.find(({ id }) => id === template);
  return found === undefined ? (
    <code>{template ?? '–'}</code>
  ) : (
    <span title={found.id}>{pick(found.name)}</span>
  );
}
