import { approvalsInbox } from '#console/rooms/inbox/approvals-inbox.tsx';
import { bankAccountsInbox } from '#console/rooms/inbox/bank-accounts-inbox.tsx';
import { interestInbox } from '#console/rooms/inbox/interest-inbox.tsx';
import { openingsInbox } from '#console/rooms/inbox/openings-inbox.tsx';
import { plansInbox } from '#console/rooms/inbox/plans-inbox.tsx';
import { runsInbox } from '#console/rooms/inbox/runs-inbox.tsx';
import { risksInbox } from '#console/rooms/inbox/risks-inbox.tsx';
import { statementsInbox } from '#console/rooms/inbox/statements-inbox.tsx';
import { bindingsInbox } from '#console/rooms/inbox/bindings-inbox.tsx';
import { emergencyInbox } from '#console/rooms/inbox/emergency-inbox.tsx';
import { grantsInbox } from '#console/rooms/inbox/grants-inbox.tsx';
import type { InboxPart } from '#console/rooms/inbox/inbox-source.tsx';
import { versionsInbox } from '#console/rooms/inbox/versions-inbox.tsx';
import { budgetsInbox } from '#console/rooms/inbox/budgets-inbox.tsx';
import { reconciliationsInbox } from '#console/rooms/inbox/reconciliations-inbox.tsx';
import { supervisionInbox } from '#console/rooms/inbox/supervision-inbox.tsx';
import { mattersInbox } from '#console/rooms/inbox/matters-inbox.tsx';
import { yearsInbox } from '#console/rooms/inbox/years-inbox.tsx';

/** All that may wait for a second person, in the order of the page. A new kind adds itself here and nowhere else. */
export const INBOX_SOURCES: readonly InboxPart[] = [
  grantsInbox,
  bindingsInbox,
  emergencyInbox,
  versionsInbox,
  yearsInbox,
  mattersInbox,
  supervisionInbox,
  budgetsInbox,
  approvalsInbox,
  openingsInbox,
  bankAccountsInbox,
  plansInbox,
  runsInbox,
  interestInbox,
  statementsInbox,
  risksInbox,
  reconciliationsInbox,
];
