import { Type, type Static } from 'typebox';
import { replacedValuesSchema } from '#contract/adjustment-request';
import { changeSchema, optionalChangeSchema } from '#contract/changes';
import { bilingualSchema, closed, packStatusSchema } from '#contract/common';

/** Years of a projection, the first included; what this means is argued in the domain. */
const MOST_YEARS = 10;

const growth = Type.String({
  format: 'percentage',
  description: 'Growth from each year to the next, from -100% to 100%',
  examples: ['5%', '-2%'],
});
const growthFields = { collections: growth, revenue: growth, expenditure: growth, insured: growth };

/** Years ahead and the growth that they are reckoned with. */
export const projectionRequestSchema = Type.Object(
  {
    years: Type.Integer({ minimum: 1, maximum: MOST_YEARS, description: 'The first year included' }),
    growth: Type.Object(growthFields, { description: 'Of every pool', ...closed }),
    pools: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String({ minLength: 1, maxLength: 64 }),
            collections: Type.Optional(growth),
            revenue: Type.Optional(growth),
            expenditure: Type.Optional(growth),
            insured: Type.Optional(growth),
          },
          closed,
        ),
        { description: 'Growth of single pools, where it differs' },
      ),
    ),
    floorMonths: Type.Optional(
      Type.String({
        format: 'months',
        examples: ['6'],
        description: 'Months payable below which a pool is pointed out',
      }),
    ),
  },
  closed,
);

/** A scenario of a run to carry on into the years ahead: nothing is stored. */
export const projectScenarioSchema = Type.Object(
  { values: replacedValuesSchema, projection: projectionRequestSchema },
  { $id: 'ProjectScenario', ...closed },
);

const pair = <Schema extends Type.TSchema>(schema: Schema) =>
  Type.Object({ baseline: schema, scenario: schema }, closed);
const maybeYear = Type.Union([Type.Integer(), Type.Null()]);
const firstYear = (description: string) =>
  Type.Object({ baseline: maybeYear, scenario: maybeYear }, { description, ...closed });

const projectedPoolSchema = Type.Object(
  {
    id: Type.String(),
    levy: changeSchema,
    received: changeSchema,
    uncovered: changeSchema,
    balanceAfter: changeSchema,
    monthsAfter: optionalChangeSchema,
    isBelowFloor: pair(Type.Boolean()),
  },
  closed,
);

const projectedYearSchema = Type.Object(
  {
    year: Type.Integer(),
    fund: Type.Object(
      { inflow: changeSchema, outflow: changeSchema, reserve: changeSchema, closingBalance: changeSchema },
      closed,
    ),
    uncovered: changeSchema,
    lowestMonths: optionalChangeSchema,
    lowestPool: pair(Type.Union([Type.String(), Type.Null()])),
    pools: Type.Array(projectedPoolSchema),
  },
  closed,
);

/** A scenario's years beside those of the policy as it is. */
export const projectionSchema = Type.Object(
  {
    pack: Type.String(),
    packHash: Type.String(),
    place: bilingualSchema,
    status: packStatusSchema,
    scheme: Type.String(),
    values: replacedValuesSchema,
    projection: projectionRequestSchema,
    assumptions: Type.Array(Type.Object({ value: Type.String(), reading: Type.String() }, closed), {
      description: 'Values that the policy does not state, in any year of the scenario',
    }),
    years: Type.Array(projectedYearSchema),
    firstYears: Type.Object(
      {
        fundBelowZero: firstYear('First year that the fund closes below zero; null if none'),
        pools: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              name: bilingualSchema,
              uncovered: firstYear('First year in which something of the pool is not borne; null if none'),
              belowFloor: firstYear('First year below the floor of months payable; null if none'),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  { $id: 'Projection', title: 'Output of tongchou simulate', ...closed },
);

export type ProjectionRequestBody = Static<typeof projectionRequestSchema>;
export type ProjectionBody = Static<typeof projectionSchema>;
