import { closeLedgerMonth } from '#http/routes/close-ledger-month';
import { closeLedgerYear } from '#http/routes/close-ledger-year';
import { decideLedgerApproval } from '#http/routes/decide-ledger-approval';
import { decideOpeningRoute } from '#http/routes/decide-opening';
import { findEvent } from '#http/routes/find-event';
import { auditBundle } from '#http/routes/audit-bundle';
import { findLedgerSeal } from '#http/routes/find-ledger-seal';
import { listBooks } from '#http/routes/list-books';
import { listEvents } from '#http/routes/list-events';
import { listJournalTemplates } from '#http/routes/list-journal-templates';
import { listLedgerApprovals } from '#http/routes/list-ledger-approvals';
import { listLedgerBalances } from '#http/routes/list-ledger-balances';
import { listObligations } from '#http/routes/list-obligations';
import { listOpenings } from '#http/routes/list-openings';
import { openBooksRoute } from '#http/routes/open-books';
import { postEventsRoute } from '#http/routes/post-events';
import { proposeOpeningRoute } from '#http/routes/propose-opening';
import { requestLedgerApproval } from '#http/routes/request-ledger-approval';
import { reverseEventRoute } from '#http/routes/reverse-event';
import { listVerifications } from '#http/routes/list-verifications';
import { verifyLedgerRoute } from '#http/routes/verify-ledger';
import type { HttpApp, HttpServices } from '#http/services';

/** Books, events, approvals, months and openings of the ledger. */
export const LEDGER_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  openBooksRoute,
  listBooks,
  listJournalTemplates,
  postEventsRoute,
  listEvents,
  findEvent,
  reverseEventRoute,
  requestLedgerApproval,
  listLedgerApprovals,
  decideLedgerApproval,
  closeLedgerMonth,
  closeLedgerYear,
  listLedgerBalances,
  listObligations,
  proposeOpeningRoute,
  listOpenings,
  decideOpeningRoute,
  findLedgerSeal,
  listVerifications,
  verifyLedgerRoute,
  auditBundle,
];
