import type { KeptProjection } from '#application/fund-projections/keep-projection';
import type { FundProjectionSummary } from '#application/ports/fund-projection-store';
import { fundProjectionSummarySchema } from '#contract/kept-fund-projections';
import { jsonContent } from '#http/routes/json-content';
import { problemResponse } from '#http/problem';

/** Answers of the routes that keep a projection. */
export const projectionAnswers = {
  200: { description: 'Kept before: the same projection', ...jsonContent(fundProjectionSummarySchema) },
  201: { description: 'Reckoned and kept', ...jsonContent(fundProjectionSummarySchema) },
  ...problemResponse,
};

interface Answer {
  code(status: 200 | 201): unknown;
  header(name: 'location', value: string): unknown;
}

/** Tells of a kept projection where it lies, and whether this request, made at `now`, is the one that kept it. */
export function tellKept(reply: Answer, { projection }: KeptProjection, now: string): FundProjectionSummary {
  reply.code(projection.recordedAt === now ? 201 : 200);
  reply.header('location', `/api/v1/fund-projections/${projection.id}`);
  return projection;
}
