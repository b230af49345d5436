import { Type } from 'typebox';
import { closed } from '#contract/common';
import { explainedNodeSchema } from '#contract/explanation';
import { fundProjectionSchema } from '#contract/fund-projection-output';
import {
  fanRequestSchema,
  fundProjectionRequestSchema,
  fundScenarioSchema,
} from '#contract/fund-projections';

const asked = {
  input: Type.Object(fundProjectionRequestSchema.properties, closed),
  scenario: Type.Optional(Type.Object(fundScenarioSchema.properties, closed)),
  fan: Type.Optional(fanRequestSchema),
};

/** A projection to reckon and keep; the same content again is the same projection. */
export const keepFundProjectionSchema = Type.Object(
  {
    pack: Type.String({ minLength: 1, maxLength: 64 }),
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    note: Type.String({ maxLength: 2000 }),
    ...asked,
  },
  { $id: 'KeepFundProjection', ...closed },
);

export const fundProjectionSummarySchema = Type.Object(
  {
    id: Type.String(),
    packId: Type.String(),
    packHash: Type.String(),
    name: Type.String(),
    note: Type.String(),
    engineVersion: Type.String(),
    resultHash: Type.String(),
    recordedAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'FundProjectionSummary', ...closed },
);

/** Newest first. */
export const fundProjectionListSchema = Type.Object(
  { projections: Type.Array(fundProjectionSummarySchema) },
  { $id: 'FundProjectionList', ...closed },
);

/** A kept projection as it was stored. */
export const keptFundProjectionSchema = Type.Object(
  {
    projection: fundProjectionSummarySchema,
    // Text that was stored: what it says was checked when it was kept.
    asked: Type.Unsafe<object>(Type.Object(asked, closed)),
    result: Type.Object(fundProjectionSchema.properties, closed),
  },
  { $id: 'KeptFundProjection', ...closed },
);

/** Which figure of a kept projection is to be explained. */
export const projectedFigureSchema = Type.Object(
  {
    course: Type.Enum(['baseline', 'scenario'] as const),
    scheme: Type.Enum(['employee', 'resident'] as const),
    figure: Type.String({
      minLength: 1,
      maxLength: 300,
      examples: ['2027/balance-after/east', 'driver/cost'],
    }),
  },
  closed,
);

/** The figure's node and all below it, down to drivers, bands and given figures with their sources. */
export const projectedExplanationSchema = Type.Object(
  {
    figure: Type.String(),
    nodes: Type.Array(explainedNodeSchema),
  },
  { $id: 'ProjectedExplanation', ...closed },
);
