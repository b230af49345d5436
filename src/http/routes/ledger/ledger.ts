import { closeLedgerMonth } from '#http/routes/ledger/close-ledger-month';
import { closeLedgerYear } from '#http/routes/ledger/close-ledger-year';
import { decideLedgerApproval } from '#http/routes/ledger/decide-ledger-approval';
import { decideOpeningRoute } from '#http/routes/ledger/decide-opening';
import { findEvent } from '#http/routes/ledger/find-event';
import { auditBundle } from '#http/routes/ledger/audit-bundle';
import { findLedgerSeal } from '#http/routes/ledger/find-ledger-seal';
import { listBooks } from '#http/routes/ledger/list-books';
import { listEvents } from '#http/routes/ledger/list-events';
import { listJournalTemplates } from '#http/routes/ledger/list-journal-templates';
import { listLedgerApprovals } from '#http/routes/ledger/list-ledger-approvals';
import { listLedgerBalances } from '#http/routes/ledger/list-ledger-balances';
import { listObligations } from '#http/routes/ledger/list-obligations';
import { listOpenings } from '#http/routes/ledger/list-openings';
import { openBooksRoute } from '#http/routes/ledger/open-books';
import { postEventsRoute } from '#http/routes/ledger/post-events';
import { proposeOpeningRoute } from '#http/routes/ledger/propose-opening';
import { requestLedgerApproval } from '#http/routes/ledger/request-ledger-approval';
import { reverseEventRoute } from '#http/routes/ledger/reverse-event';
import { listVerifications } from '#http/routes/ledger/list-verifications';
import { verifyLedgerRoute } from '#http/routes/ledger/verify-ledger';
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
