import { createRootRouteWithContext } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Layout } from '#console/app/layout.tsx';
import { NotFound } from '#console/app/not-found.tsx';
import { requireSession } from '#console/session/require-session.ts';

/** What every page is given. */
export interface RouterContext {
  readonly queryClient: QueryClient;
}

/** The route that every page hangs on. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Layout,
  notFoundComponent: NotFound,
});

/** Pages for people who are signed in; whoever is not is sent to sign in, and back. */
export const signedIn = { getParentRoute: () => rootRoute, beforeLoad: requireSession } as const;
