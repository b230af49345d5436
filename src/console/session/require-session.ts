import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { signInStateQuery } from '#console/api/session-queries.ts';

interface Opening {
  readonly context: { readonly queryClient: QueryClient };
  readonly location: { readonly href: string };
}

/** Before a page that needs a session opens: sends whoever has none to sign in, and back to the page after it. */
export async function requireSession({ context, location }: Opening): Promise<void> {
  const { account } = await context.queryClient.query(signInStateQuery);
  const search = { back: location.href };
  if (account === null) redirect({ to: '/sign-in', search, replace: true, throw: true });
  else if (account.mustChange) redirect({ to: '/password', search, replace: true, throw: true });
}
