import { createRoute } from '@tanstack/react-router';
import { readRunSearch } from '#console/app/route-search.ts';
import { ApprovalsPage } from '#console/rooms/books/approvals-page.tsx';
import { BooksPage } from '#console/rooms/books/books-page.tsx';
import { readBooksSearch, readJournalSearch } from '#console/fund/books-search.ts';
import { EventPage } from '#console/rooms/books/event-page.tsx';
import { JournalPage } from '#console/rooms/books/journal-page.tsx';
import { OpeningsPage } from '#console/rooms/books/openings-page.tsx';
import { AccountsPage } from '#console/rooms/payments/accounts-page.tsx';
import { InterestPage } from '#console/rooms/payments/interest-page.tsx';
import { readAccountStart, readRunStart } from '#console/rooms/payments/payment-search.ts';
import { PlansPage } from '#console/rooms/payments/plans-page.tsx';
import { RunPage } from '#console/rooms/payments/run-page.tsx';
import { RunsPage } from '#console/rooms/payments/runs-page.tsx';
import { SweepPage } from '#console/rooms/payments/sweep-page.tsx';
import { BudgetPage } from '#console/rooms/budgets/budget-page.tsx';
import { BudgetsRoom } from '#console/rooms/budgets/budgets-room.tsx';
import { RoundPage } from '#console/rooms/budgets/round-page.tsx';
import { PremiumsPage } from '#console/rooms/reconciliations/premiums-page.tsx';
import { ReconciliationPage } from '#console/rooms/reconciliations/reconciliation-page.tsx';
import { ReconciliationsPage } from '#console/rooms/reconciliations/reconciliations-page.tsx';
import { CheckPage } from '#console/rooms/statements/check-page.tsx';
import { DrawingPage } from '#console/rooms/statements/drawing-page.tsx';
import { KeptPage } from '#console/rooms/statements/kept-page.tsx';
import { KeptStatementPage } from '#console/rooms/statements/kept-statement-page.tsx';
import { readKeptSearch, readStatementSearch } from '#console/rooms/statements/statement-search.ts';
import { AssessmentPage } from '#console/rooms/monitoring/assessment-page.tsx';
import { AssessmentsPage } from '#console/rooms/monitoring/assessments-page.tsx';
import { WatchPage } from '#console/rooms/monitoring/watch-page.tsx';
import { readWatchSearch } from '#console/rooms/monitoring/watch-search.ts';
import { CasePage } from '#console/rooms/supervision/case-page.tsx';
import { SupervisionRoom } from '#console/rooms/supervision/supervision-room.tsx';
import { YearPage } from '#console/rooms/years/year-page.tsx';
import { YearsRoom } from '#console/rooms/years/years-room.tsx';
import { signedIn } from '#console/app/root-route.ts';

const booksRoute = createRoute({
  ...signedIn,
  path: '/fund/books',
  validateSearch: readBooksSearch,
  component: BooksPage,
});

const journalRoute = createRoute({
  ...signedIn,
  path: '/fund/journal',
  validateSearch: readJournalSearch,
  component: JournalPage,
});

const eventRoute = createRoute({ ...signedIn, path: '/fund/events/$number', component: EventPage });

const approvalsRoute = createRoute({ ...signedIn, path: '/fund/approvals', component: ApprovalsPage });

const openingsRoute = createRoute({ ...signedIn, path: '/fund/openings', component: OpeningsPage });

const paymentRunsRoute = createRoute({
  ...signedIn,
  path: '/fund/payments',
  validateSearch: readRunStart,
  component: RunsPage,
});

const paymentRunRoute = createRoute({
  ...signedIn,
  path: '/fund/payments/runs/$id',
  component: RunPage,
});

const plansRoute = createRoute({ ...signedIn, path: '/fund/payments/plans', component: PlansPage });

const sweepRoute = createRoute({ ...signedIn, path: '/fund/payments/sweep', component: SweepPage });

const interestRoute = createRoute({
  ...signedIn,
  path: '/fund/payments/interest',
  component: InterestPage,
});

const bankAccountsRoute = createRoute({
  ...signedIn,
  path: '/fund/payments/accounts',
  validateSearch: readAccountStart,
  component: AccountsPage,
});

const statementsRoute = createRoute({
  ...signedIn,
  path: '/fund/statements',
  validateSearch: readStatementSearch,
  component: DrawingPage,
});

const keptStatementsRoute = createRoute({
  ...signedIn,
  path: '/fund/statements/kept',
  component: KeptPage,
});

const checkStatementRoute = createRoute({
  ...signedIn,
  path: '/fund/statements/check',
  component: CheckPage,
});

const keptStatementRoute = createRoute({
  ...signedIn,
  path: '/fund/statements/kept/$id',
  validateSearch: readKeptSearch,
  component: KeptStatementPage,
});

const reconciliationsRoute = createRoute({
  ...signedIn,
  path: '/fund/reconciliations',
  component: ReconciliationsPage,
});

const premiumsRoute = createRoute({
  ...signedIn,
  path: '/fund/reconciliations/premiums',
  component: PremiumsPage,
});

const reconciliationRoute = createRoute({
  ...signedIn,
  path: '/fund/reconciliations/$statementId',
  component: ReconciliationPage,
});

const yearsRoute = createRoute({ ...signedIn, path: '/fund/years', component: YearsRoom });

const yearRoute = createRoute({
  ...signedIn,
  path: '/fund/years/$yearId',
  validateSearch: readRunSearch,
  component: YearPage,
});

const supervisionRoute = createRoute({
  ...signedIn,
  path: '/fund/supervision',
  component: SupervisionRoom,
});

const caseRoute = createRoute({ ...signedIn, path: '/fund/supervision/$number', component: CasePage });

const budgetsRoute = createRoute({ ...signedIn, path: '/fund/budgets', component: BudgetsRoom });

const budgetRoundRoute = createRoute({
  ...signedIn,
  path: '/fund/budgets/rounds/$roundId',
  component: RoundPage,
});

const budgetRoute = createRoute({
  ...signedIn,
  path: '/fund/budgets/$budgetId',
  validateSearch: readRunSearch,
  component: BudgetPage,
});

const monitoringRoute = createRoute({
  ...signedIn,
  path: '/fund/monitoring',
  validateSearch: readWatchSearch,
  component: WatchPage,
});

const risksRoute = createRoute({
  ...signedIn,
  path: '/fund/monitoring/assessments',
  component: AssessmentsPage,
});

const riskRoute = createRoute({
  ...signedIn,
  path: '/fund/monitoring/assessments/$id',
  component: AssessmentPage,
});

/** The pages of the fund, for people who are signed in. */
export const FUND_ROUTES = [
  booksRoute,
  journalRoute,
  eventRoute,
  approvalsRoute,
  openingsRoute,
  paymentRunsRoute,
  paymentRunRoute,
  plansRoute,
  sweepRoute,
  interestRoute,
  bankAccountsRoute,
  statementsRoute,
  keptStatementsRoute,
  checkStatementRoute,
  keptStatementRoute,
  reconciliationsRoute,
  premiumsRoute,
  reconciliationRoute,
  supervisionRoute,
  caseRoute,
  yearsRoute,
  yearRoute,
  budgetsRoute,
  budgetRoundRoute,
  budgetRoute,
  monitoringRoute,
  risksRoute,
  riskRoute,
] as const;
