import { INBOX_SOURCES } from '#console/rooms/inbox/inbox-sources.ts';
import { useAccount } from '#console/session/session.ts';

/**
 * How many things wait for who is signed in. It is asked anew when the window is looked at again, not by the clock:
 * a page that calls by itself would keep a session from ever being idle.
 */
export function useWaitingCount(): number {
  const account = useAccount();
  // The sources never change while the page is open, so neither does the order of their hooks.
  return INBOX_SOURCES.reduce((sum, { useCount }) => sum + useCount(account), 0);
}
