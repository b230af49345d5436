import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { packsQuery, runsQuery } from '#console/api/queries.ts';
import { signInStateQuery } from '#console/api/session-queries.ts';
import { Loading } from '#console/app/page-states.tsx';
import { RouteProblem } from '#console/app/problem-panel.tsx';
import { readRunSearch, readScenarioSearch } from '#console/app/route-search.ts';
import { AdjustmentRoom } from '#console/rooms/adjustment/adjustment-room.tsx';
import { NoRuns } from '#console/rooms/adjustment/no-runs.tsx';
import { CompareRoom } from '#console/rooms/compare/compare-room.tsx';
import { InboxRoom } from '#console/rooms/inbox/inbox-room.tsx';
import { BindingsPage } from '#console/rooms/office/bindings-page.tsx';
import { EmergencyPage } from '#console/rooms/office/emergency-page.tsx';
import { GrantsPage } from '#console/rooms/office/grants-page.tsx';
import { LogPage } from '#console/rooms/office/log-page.tsx';
import { readGrantsSearch } from '#console/rooms/office/office-search.ts';
import { RegisterPage } from '#console/rooms/office/register-page.tsx';
import { RolesPage } from '#console/rooms/office/roles-page.tsx';
import { UsersPage } from '#console/rooms/office/users-page.tsx';
import { NoPacks } from '#console/rooms/policy/no-packs.tsx';
import { PolicyRoom } from '#console/rooms/policy/policy-room.tsx';
import { ProjectionPage } from '#console/rooms/projections/projection-page.tsx';
import { readProjectionSearch, readStartSearch } from '#console/rooms/projections/projection-search.ts';
import { ProjectionsRoom } from '#console/rooms/projections/projections-room.tsx';
import { RunsRoom } from '#console/rooms/runs/runs-room.tsx';
import { ScenarioRoom } from '#console/rooms/scenario/scenario-room.tsx';
import { DiffRoom } from '#console/rooms/versions/diff-room.tsx';
import { readDiffSearch } from '#console/rooms/versions/diff-search.ts';
import { VersionsRoom } from '#console/rooms/versions/versions-room.tsx';
import { AccountPage } from '#console/session/account-page.tsx';
import { readBack } from '#console/session/back-search.ts';
import { PasswordPage } from '#console/session/password-page.tsx';
import { ProviderReturn } from '#console/session/provider-return.tsx';
import { landingOf } from '#console/session/landing.ts';
import { holds } from '#console/session/session.ts';
import { SetUpPage } from '#console/session/set-up-page.tsx';
import { SignInPage } from '#console/session/sign-in-page.tsx';
import { FUND_ROUTES } from '#console/app/fund-routes.ts';
import { rootRoute, signedIn } from '#console/app/root-route.ts';

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
  ...FUND_ROUTES,
  officeRoute,
  registerRoute,
  usersRoute,
  grantsRoute,
  bindingsRoute,
  rolesRoute,
  emergencyRoute,
  logRoute,
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
