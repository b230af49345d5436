import { Type } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';
import { explainedNodeSchema } from '#contract/explanation';
import { fundProjectionSchema } from '#contract/fund-projection-output';
import {
  fanRequestSchema,
  fundOutlookSchema,
  fundProjectionRequestSchema,
  fundScenarioSchema,
} from '#contract/fund-projections';

const titles = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  note: Type.String({ maxLength: 2000 }),
};
const beside = {
  scenario: Type.Optional(Type.Object(fundScenarioSchema.properties, closed)),
  fan: Type.Optional(fanRequestSchema),
};
const asked = { input: Type.Object(fundProjectionRequestSchema.properties, closed), ...beside };

/** What the figures of the first year were taken from. */
const baseSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('year'),
      year: Type.String({ description: 'Id of the year of adjustment' }),
      version: Type.Integer(),
      snapshotHash: Type.String({ description: 'SHA-256 of its frozen figures' }),
      fund: bilingualSchema,
      names: Type.Record(Type.String(), bilingualSchema, { description: 'Pools as the register had them' }),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('run'), run: Type.String(), resultHash: Type.String() }, closed),
]);

/** A projection to reckon and keep; the same content again is the same projection. */
export const keepFundProjectionSchema = Type.Object(
  {
    pack: Type.String({ minLength: 1, maxLength: 64 }),
    ...titles,
    ...asked,
  },
  { $id: 'KeepFundProjection', ...closed },
);

/** A projection on the figures of a year or a run: what those do not know is asked for. */
export const projectFromBaseSchema = Type.Object(
  { ...titles, input: fundOutlookSchema, ...beside },
  { $id: 'ProjectFromBase', ...closed },
);

export const fundProjectionSummarySchema = Type.Object(
  {
    id: Type.String(),
    packId: Type.String(),
    packHash: Type.String(),
    yearId: Type.Union([Type.String(), Type.Null()], {
      description: 'The year of adjustment that it starts from; null for one of the calculators',
    }),
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
    asked: Type.Unsafe<object>(Type.Object({ ...asked, base: Type.Optional(baseSchema) }, closed)),
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
