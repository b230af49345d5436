import { useQueries } from '@tanstack/react-query';
import { INBOX_SOURCES } from '#console/rooms/inbox/inbox-sources.ts';
import { useAccount } from '#console/session/session.ts';

/**
 * How many things wait for who is signed in, as far as it is known. It is asked anew when the window is looked at again,
 * not by the clock: a page that calls by itself would keep a session from ever being idle.
 */
export function useWaiting(): { readonly count: number; readonly isPending: boolean } {
  const account = useAccount();
  return useQueries({
    queries: INBOX_SOURCES.map(({ countFor }) => countFor(account)),
    combine: (answers) => ({
      count: answers.reduce((sum, { data = 0 }) => sum + data, 0),
      isPending: answers.some(({ isLoading }) => isLoading),
    }),
  });
}
