import createClient from 'openapi-fetch';
import { ProblemError, problemFromAnswer } from '#console/api/problem-error.ts';
import type { paths } from '#console/api/schema.ts';

/** The one client of the API; its types are generated from the OpenAPI description. */
export const client = createClient<paths>({ baseUrl: '/' });

/** The body of an answer; a problem is thrown, so that every query fails in the same way. */
export function bodyOf<Body>(answer: {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}): Body {
  if (answer.data !== undefined) return answer.data;
  throw new ProblemError(problemFromAnswer(answer.response.status, answer.error));
}

/** For an answer without a body: nothing where it succeeded; a problem is thrown. */
export function doneBy(answer: { readonly error?: unknown; readonly response: Response }): null {
  if (answer.response.ok) return null;
  throw new ProblemError(problemFromAnswer(answer.response.status, answer.error));
}
