import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';
import { explainedNodeSchema } from '#contract/explanation';

const maybeYear = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description });
const months = Type.String({ format: 'months', description: 'Months payable, two decimals, half up' });

const quantiles = <Schema extends Type.TSchema>(schema: Schema) =>
  Type.Object({ p5: schema, p25: schema, p50: schema, p75: schema, p95: schema }, closed);

const fanPointSchema = Type.Object(
  {
    balance: quantiles(yuanSchema),
    months: Type.Union([quantiles(months), Type.Null()]),
    below: Type.String({ description: 'Share of paths below the floor in this year' }),
    belowSoFar: Type.String({ description: 'Share of paths below the floor in this year or before' }),
  },
  closed,
);

/**
 * A balance below zero that nobody bears: how it stands, and what the year adds to it (below zero: makes good). Members that
 * may be absent here and below are missing in projections that `projection-1` kept.
 */
const deficit = {
  deficit: Type.Optional(yuanSchema),
  uncovered: Type.Optional(yuanSchema),
};

const poolYearSchema = Type.Object(
  {
    id: Type.String(),
    name: bilingualSchema,
    persons: Type.Record(Type.String(), Type.String(), { description: 'Persons by age band' }),
    insured: Type.String(),
    contributors: Type.String(),
    contributorRatio: Type.Union([Type.String(), Type.Null()], {
      description: 'Contributors for each of the others; null where all contribute',
    }),
    opening: yuanSchema,
    income: yuanSchema,
    expenditure: yuanSchema,
    levy: yuanSchema,
    received: yuanSchema,
    cover: yuanSchema,
    balance: yuanSchema,
    ...deficit,
    months: Type.Union([months, Type.Null()]),
    isBelowFloor: Type.Boolean(),
    refusedFor: Type.Optional(
      Type.Array(Type.Object({ condition: Type.String(), cite: citeSchema }, closed), {
        description: 'Conditions of allocation that the pool fails: why nothing, or not all, is paid',
      }),
    ),
    fan: Type.Optional(fanPointSchema),
  },
  closed,
);

const yearSchema = Type.Object(
  {
    year: Type.Integer(),
    floor: Type.Union([
      Type.Object({ months, basis: Type.Union([Type.String(), Type.Null()]), cite: citeSchema }, closed),
      Type.Null(),
    ]),
    fund: Type.Object(
      {
        inflow: yuanSchema,
        outflow: yuanSchema,
        reserve: yuanSchema,
        closingBalance: yuanSchema,
        ...deficit,
      },
      closed,
    ),
    pools: Type.Array(poolYearSchema),
  },
  closed,
);

const swingEnd = Type.Object(
  {
    rate: Type.String(),
    firstBelow: maybeYear('First year in which a pool is below its floor; null if none'),
    closing: yuanSchema,
  },
  closed,
);

/** Without its name: both courses hold nodes, and a name may stand once in a schema. */
const namelessNodeSchema = Type.Object(explainedNodeSchema.properties, closed);

const schemeCourseSchema = Type.Object(
  {
    scheme: Type.String(),
    assumptions: Type.Array(
      Type.Object(
        { value: Type.String(), label: Type.Optional(bilingualSchema), reading: Type.String() },
        closed,
      ),
    ),
    years: Type.Array(yearSchema),
    firstYears: Type.Object(
      {
        fundBelowZero: maybeYear('First year that the fund closes below zero; null if none'),
        pools: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              name: bilingualSchema,
              belowFloor: maybeYear('First year below the floor; null if none'),
              uncovered: maybeYear('First year in which something is not borne; null if none'),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
    sensitivity: Type.Array(
      Type.Object(
        {
          driver: Type.Enum(['premium', 'cost', 'entries'] as const),
          label: bilingualSchema,
          pool: Type.Union([Type.String(), Type.Null()]),
          low: swingEnd,
          high: swingEnd,
          yearsMoved: Type.Integer(),
          closingMoved: yuanSchema,
        },
        closed,
      ),
      { description: 'One driver at a time from end to end of its spread; what moves most comes first' },
    ),
    explanation: Type.Optional(Type.Array(namelessNodeSchema)),
  },
  closed,
);

/** Output of `tongchou project`. */
export const fundProjectionSchema = Type.Object(
  {
    pack: Type.String(),
    packHash: Type.String(),
    place: bilingualSchema,
    status: packStatusSchema,
    engineVersion: Type.String(),
    years: Type.Integer(),
    fan: Type.Union([
      Type.Object({ paths: Type.Integer(), seed: Type.Integer(), generator: Type.String() }, closed),
      Type.Null(),
    ]),
    baseline: Type.Object({ schemes: Type.Array(schemeCourseSchema) }, closed),
    scenario: Type.Union([
      Type.Object({ name: Type.String(), schemes: Type.Array(schemeCourseSchema) }, closed),
      Type.Null(),
    ]),
  },
  { $id: 'FundProjection', title: 'Output of tongchou project', ...closed },
);

export type FundProjectionBody = Static<typeof fundProjectionSchema>;
