import { bindingsInbox } from '#console/rooms/inbox/bindings-inbox.tsx';
import { emergencyInbox } from '#console/rooms/inbox/emergency-inbox.tsx';
import { grantsInbox } from '#console/rooms/inbox/grants-inbox.tsx';
import type { InboxPart } from '#console/rooms/inbox/inbox-source.tsx';
import { versionsInbox } from '#console/rooms/inbox/versions-inbox.tsx';

/** All that may wait for a second person, in the order of the page. A new kind adds itself here and nowhere else. */
export const INBOX_SOURCES: readonly InboxPart[] = [
  grantsInbox,
  bindingsInbox,
  emergencyInbox,
  versionsInbox,
];
