import { useQuery } from '@tanstack/react-query';
import { journalQuery, type JournalEvent } from '#console/api/ledger-queries.ts';

/**
 * Whether an event may be undone by one person: it was posted, and by no workflow in which a second person decided. A
 * closing of a year may be, to be made again. False until its journal is read.
 */
export function useReversible(event: JournalEvent | undefined): boolean {
  const packHash = event?.packHash ?? null;
  const { data } = useQuery({ ...journalQuery(packHash ?? ''), enabled: packHash !== null });
  if (event === undefined || event.refusal !== null) return false;
  const template = data?.templates.find(({ id }) => id === event.template);
  return template !== undefined && (template.workflow === null || template.workflow === 'year_closing');
}
