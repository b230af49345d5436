import { Type, type Static } from 'typebox';
import { adjustmentOutputSchema } from '#contract/adjustment-output';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { bilingualSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';

const runSummaryFields = {
  id: Type.String(),
  command: Type.String(),
  packId: Type.String(),
  packHash: Type.String(),
  engineVersion: Type.String(),
  year: Type.Integer(),
  scheme: Type.String(),
  dataNote: Type.String({ description: 'What of the figures is published and what is synthetic' }),
  resultHash: Type.String(),
  recordedAt: Type.String({ format: 'date-time' }),
};

export const runSummarySchema = Type.Object(runSummaryFields, { $id: 'RunSummary', ...closed });

/** A year to reckon and keep. The same content again is the same run. */
export const makeRunSchema = Type.Object(
  {
    pack: Type.String({ minLength: 1, maxLength: 64 }),
    dataNote: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'What of the figures is published and what is synthetic',
    }),
    input: adjustmentRequestSchema,
  },
  { $id: 'MakeRun', ...closed },
);

export const runListSchema = Type.Object(
  { runs: Type.Array(runSummarySchema) },
  { $id: 'RunList', ...closed },
);

/** A pool's line of the year's table. Each amount names the explained figure behind it. */
const poolLineSchema = Type.Object(
  {
    id: Type.String(),
    name: bilingualSchema,
    balanceBefore: yuanSchema,
    monthsBefore: Type.Union([Type.String(), Type.Null()]),
    levy: yuanSchema,
    stages: Type.Record(Type.String(), yuanSchema, {
      description: 'Allocation by stage; every stage of the pack',
    }),
    received: yuanSchema,
    burdens: Type.Record(Type.String(), yuanSchema, { description: 'Burdens by bearer' }),
    balanceAfter: yuanSchema,
    monthsAfter: Type.Union([Type.String(), Type.Null()]),
    refusedFor: Type.Array(Type.String(), { description: 'Conditions that failed' }),
  },
  closed,
);

/** A figure that the policy does not state, and why it is what it is. */
export const assumptionSchema = Type.Object(
  {
    value: Type.String(),
    label: bilingualSchema,
    figures: Type.Array(Type.Object({ cell: Type.String(), text: Type.String() }, closed), {
      description:
        'What is assumed; a table has a figure for each cell that the run used, its members joined by /',
    }),
    reading: Type.String(),
    text: bilingualSchema,
  },
  closed,
);

/** A stored run with all that its page shows. */
export const runViewSchema = Type.Object(
  {
    run: runSummarySchema,
    place: bilingualSchema,
    status: packStatusSchema,
    stages: Type.Array(Type.String(), { description: 'Stages of the pipeline, in order' }),
    targetMonths: Type.Union([Type.String(), Type.Null()]),
    hasConditions: Type.Boolean({
      description:
        'Whether the rule has conditions for drawing on the fund at all; each pool then has a figure gate/ID',
    }),
    pools: Type.Array(poolLineSchema),
    assumptions: Type.Array(assumptionSchema),
    output: adjustmentOutputSchema,
  },
  { $id: 'RunView', ...closed },
);

export const replaySchema = Type.Object(
  {
    id: Type.String(),
    recordedAt: Type.String(),
    engineThen: Type.String(),
    engineNow: Type.String(),
    storedHash: Type.String(),
    replayedHash: Type.String(),
    isSame: Type.Boolean(),
  },
  { $id: 'Replay', ...closed },
);

export type RunListBody = Static<typeof runListSchema>;
export type RunViewBody = Static<typeof runViewSchema>;
export type ReplayBody = Static<typeof replaySchema>;
