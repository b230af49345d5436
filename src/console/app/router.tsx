import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { packsQuery, runsQuery } from '#console/api/queries.ts';
import { signInStateQuery } from '#console/api/session-queries.ts';
import { Layout } from '#console/app/layout.tsx';
import { NotFound } from '#console/app/not-found.tsx';
import { Loading } from '#console/app/page-states.tsx';
import { RouteProblem } from '#console/app/problem-panel.tsx';
import { readRunSearch, readScenarioSearch } from '#console/app/route-search.ts';
import { AdjustmentRoom } from '#console/rooms/adjustment/adjustment-room.tsx';
import { NoRuns } from '#console/rooms/adjustment/no-runs.tsx';
import { CompareRoom } from '#console/rooms/compare/compare-room.tsx';
import { InboxRoom } from '#console/rooms/inbox/inbox-room.tsx';
import { ApprovalsPage } from '#console/rooms/books/approvals-page.tsx';
import { BooksPage } from '#console/rooms/books/books-page.tsx';
import { readBooksSearch, readJournalSearch } from '#console/rooms/books/books-search.ts';
import { EventPage } from '#console/rooms/books/event-page.tsx';
import { JournalPage } from '#console/rooms/books/journal-page.tsx';
import { OpeningsPage } from '#console/rooms/books/openings-page.tsx';
import { BindingsPage } from '#console/rooms/office/bindings-page.tsx';
import { EmergencyPage } from '#console/rooms/office/emergency-page.tsx';
import { GrantsPage } from '#console/rooms/office/grants-page.tsx';
import { LogPage } from '#console/rooms/office/log-page.tsx';
import { readGrantsSearch } from '#console/rooms/office/office-search.ts';
import { RegisterPage } from '#console/rooms/office/register-page.tsx';
import { RolesPage } from '#console/rooms/office/roles-page.tsx';
import { UsersPage } from '#console/rooms/office/users-page.tsx';
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
import { NoPacks } from '#console/rooms/policy/no-packs.tsx';
import { PolicyRoom } from '#console/rooms/policy/policy-room.tsx';
import { ProjectionPage } from '#console/rooms/projections/projection-page.tsx';
import { readProjectionSearch, readStartSearch } from '#console/rooms/projections/projection-search.ts';
import { ProjectionsRoom } from '#console/rooms/projections/projections-room.tsx';
import { PremiumsPage } from '#console/rooms/reconciliations/premiums-page.tsx';
import { ReconciliationPage } from '#console/rooms/reconciliations/reconciliation-page.tsx';
import { ReconciliationsPage } from '#console/rooms/reconciliations/reconciliations-page.tsx';
import { RunsRoom } from '#console/rooms/runs/runs-room.tsx';
import { ScenarioRoom } from '#console/rooms/scenario/scenario-room.tsx';
import { DrawingPage } from '#console/rooms/statements/drawing-page.tsx';
import { KeptPage } from '#console/rooms/statements/kept-page.tsx';
import { KeptStatementPage } from '#console/rooms/statements/kept-statement-page.tsx';
import { readKeptSearch, readStatementSearch } from '#console/rooms/statements/statement-search.ts';
import { DiffRoom } from '#console/rooms/versions/diff-room.tsx';
import { readDiffSearch } from '#console/rooms/versions/diff-search.ts';
import { VersionsRoom } from '#console/rooms/versions/versions-room.tsx';
import { YearPage } from '#console/rooms/years/year-page.tsx';
import { YearsRoom } from '#console/rooms/years/years-room.tsx';
import { AccountPage } from '#console/session/account-page.tsx';
import { readBack } from '#console/session/back-search.ts';
import { PasswordPage } from '#console/session/password-page.tsx';
import { ProviderReturn } from '#console/session/provider-return.tsx';
import { landingOf } from '#console/session/landing.ts';
import { requireSession } from '#console/session/require-session.ts';
import { holds } from '#console/session/session.ts';
import { SetUpPage } from '#console/session/set-up-page.tsx';
import { SignInPage } from '#console/session/sign-in-page.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Layout,
  notFoundComponent: NotFound,
});

/** The console opens on the newest run. */
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: async ({ context }) => {
    const { runs } = await context.queryClient.query(runsQuery);
    const newest = runs[0];
    if (newest !== undefined) {
      redirect({ to: '/runs/$runId', params: { runId: newest.id }, replace: true, throw: true });
    }
  },
  component: NoRuns,
});

const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs/$runId',
  validateSearch: readRunSearch,
  component: AdjustmentRoom,
});

const scenarioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs/$runId/scenario',
  validateSearch: readScenarioSearch,
  component: ScenarioRoom,
});

const runsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/runs', component: RunsRoom });

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare',
  component: CompareRoom,
});

/** The policy reader opens on the pack of the newest run, or on the first pack that there is. */
const policyHomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy',
  loader: async ({ context }) => {
    const [{ runs }, { packs }] = await Promise.all([
      context.queryClient.query(runsQuery),
      context.queryClient.query(packsQuery),
    ]);
    const packId = runs[0]?.packId ?? packs[0]?.id;
    if (packId !== undefined) {
      redirect({ to: '/policy/$packId', params: { packId }, replace: true, throw: true });
    }
  },
  component: NoPacks,
});

const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/policy/$packId',
  component: PolicyRoom,
});

const projectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projections',
  validateSearch: readStartSearch,
  component: ProjectionsRoom,
});

const projectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projections/$projectionId',
  validateSearch: readProjectionSearch,
  component: ProjectionPage,
});

const versionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/versions',
  component: VersionsRoom,
});

const placeVersionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/versions/$placeId',
  component: VersionsRoom,
});

const diffRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/diff',
  validateSearch: readDiffSearch,
  component: DiffRoom,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readBack,
  component: SignInPage,
});

const providerReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/provider',
  component: ProviderReturn,
});

const setUpRoute = createRoute({ getParentRoute: () => rootRoute, path: '/set-up', component: SetUpPage });

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  validateSearch: readBack,
  component: PasswordPage,
});

/** Pages for people who are signed in; whoever is not is sent to sign in, and back. */
const signedIn = { getParentRoute: () => rootRoute, beforeLoad: requireSession } as const;

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

/** Where a sign-in leads that no page asked for. */
const startRoute = createRoute({
  ...signedIn,
  path: '/start',
  loader: async ({ context }) => {
    const { account } = await context.queryClient.query(signInStateQuery);
    redirect({ to: account === null ? '/sign-in' : landingOf(account), replace: true, throw: true });
  },
});
const accountRoute = createRoute({ ...signedIn, path: '/account', component: AccountPage });
const inboxRoute = createRoute({ ...signedIn, path: '/inbox', component: InboxRoom });
const registerRoute = createRoute({ ...signedIn, path: '/office/register', component: RegisterPage });
const usersRoute = createRoute({ ...signedIn, path: '/office/users', component: UsersPage });
const grantsRoute = createRoute({
  ...signedIn,
  path: '/office/grants',
  validateSearch: readGrantsSearch,
  component: GrantsPage,
});
const bindingsRoute = createRoute({ ...signedIn, path: '/office/bindings', component: BindingsPage });
const rolesRoute = createRoute({ ...signedIn, path: '/office/roles', component: RolesPage });
const emergencyRoute = createRoute({ ...signedIn, path: '/office/emergency', component: EmergencyPage });
const logRoute = createRoute({ ...signedIn, path: '/office/log', component: LogPage });

const yearsRoute = createRoute({ ...signedIn, path: '/fund/years', component: YearsRoom });
const yearRoute = createRoute({
  ...signedIn,
  path: '/fund/years/$yearId',
  validateSearch: readRunSearch,
  component: YearPage,
});
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

/** The office opens on the first part that the person's roles are for. */
const officeRoute = createRoute({
  ...signedIn,
  path: '/office',
  loader: async ({ context }) => {
    const { account } = await context.queryClient.query(signInStateQuery);
    const hasUsers = holds(account ?? undefined, ['administrator', 'auditor']);
    redirect({ to: hasUsers ? '/office/users' : '/office/roles', replace: true, throw: true });
  },
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  runRoute,
  scenarioRoute,
  runsRoute,
  policyHomeRoute,
  policyRoute,
  compareRoute,
  projectionsRoute,
  projectionRoute,
  versionsRoute,
  placeVersionsRoute,
  diffRoute,
  signInRoute,
  providerReturnRoute,
  setUpRoute,
  passwordRoute,
  startRoute,
  accountRoute,
  inboxRoute,
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
  keptStatementRoute,
  reconciliationsRoute,
  premiumsRoute,
  reconciliationRoute,
  officeRoute,
  registerRoute,
  usersRoute,
  grantsRoute,
  bindingsRoute,
  rolesRoute,
  emergencyRoute,
  logRoute,
  yearsRoute,
  yearRoute,
  budgetsRoute,
  budgetRoundRoute,
  budgetRoute,
]);

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: RouteProblem,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof createConsoleRouter>;
  }
}
