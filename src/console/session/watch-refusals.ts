import { ProblemError } from '#console/api/problem-error.ts';

/** What a refused call says of the session: it is over, or its password must be replaced first. */
export function sessionRefusal(error: unknown): 'over' | 'password' | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const codes = error.problem.refusals.map(({ code }) => code);
  if (codes.includes('not_signed_in')) return 'over';
  return codes.includes('password_change_needed') ? 'password' : undefined;
}
