import type { ReactNode } from 'react';
import { ProblemPanel } from '#console/app/problem-panel.tsx';

/** Shows why an action was refused, and says it to screen readers, which hear a live region only if it was there before. */
export function ActionProblem({
  of,
}: {
  readonly of: { readonly isError: boolean; readonly error: unknown };
}): ReactNode {
  return <div aria-live="polite">{of.isError ? <ProblemPanel error={of.error} /> : null}</div>;
}
