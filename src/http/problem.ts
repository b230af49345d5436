import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { problemSchema, type Problem } from '#contract/problem';
import { statusOf } from '#http/refusal-status';
import type { Decision, Refusal } from '#kernel/decision';

/** An expected "no" on its way to the error handler, which answers it as a problem. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** The value of a decision; a refusal ends the request with its problem. */
export function valueOf<T>(decision: Decision<T>): T {
  if (!decision.allowed) throw new HttpRefusal(decision.refusals);
  return decision.value;
}

/** Answers RFC 9457 problem details. The codes tell what happened, so `type` is about:blank. */
export function sendProblem(
  reply: FastifyReply,
  refusals: readonly Refusal[],
  status = statusOf(refusals),
): FastifyReply {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    refusals: [...refusals],
  };
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .serializer((content: unknown) => JSON.stringify(content))
    .send(problem);
}

const PROBLEM_TYPE = 'application/problem+json';

/** For a route's schema: whatever is not a success is a problem. */
export const problemResponse = {
  default: {
    description: 'Refused: every fault with its place and what to do',
    content: { [PROBLEM_TYPE]: { schema: problemSchema } },
  },
} as const;
