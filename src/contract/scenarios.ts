import { Type, type Static } from 'typebox';
import { adjustmentOutputSchema } from '#contract/adjustment-output';
import { replacedValueFields, replacedValuesSchema } from '#contract/adjustment-request';
import { changeSchema, optionalChangeSchema } from '#contract/changes';
import { bilingualSchema, citeSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';
import { projectionRequestSchema, projectionSchema } from '#contract/projections';
import { assumptionSchema, runSummarySchema } from '#contract/runs';

/** A scenario to try: nothing is stored. No value at all gives the run itself. */
export const tryScenarioSchema = Type.Object(
  { values: replacedValuesSchema },
  { $id: 'TryScenario', ...closed },
);

/** A scenario to reckon and keep: it replaces a value or looks years ahead, or both. The same content again is the same scenario. */
export const keepScenarioSchema = Type.Object(
  {
    runId: Type.String({ minLength: 1, maxLength: 64 }),
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    note: Type.String({ maxLength: 2000 }),
    values: replacedValuesSchema,
    projection: Type.Optional(projectionRequestSchema),
  },
  { $id: 'KeepScenario', ...closed },
);

/** A figure of a scenario to explain: its id, and the values that the scenario replaces. */
export const scenarioFigureSchema = Type.Object(
  {
    figure: Type.String({
      minLength: 1,
      description: "The figure's id in the explanation",
      examples: ['balance-after/nanchang', 'levy/nanchang', 'fund/closing'],
    }),
    ...replacedValueFields,
  },
  closed,
);

/** The values of a run's policy that a scenario may replace, with the figures that the run used. */
export const replaceableValuesSchema = Type.Object(
  {
    values: Type.Array(
      Type.Object(
        {
          name: Type.Enum([
            'levy_rate',
            'gap_share',
            'reserve_share',
            'incentive_share',
            'target_months',
          ] as const),
          label: bilingualSchema,
          unit: Type.Enum(['rate', 'month'] as const),
          kind: Type.String(),
          figures: Type.Array(Type.Object({ cell: Type.String(), text: Type.String() }, closed), {
            description: "Of the run's year and insurance type; a table has a figure for each of its cells",
          }),
          isReplacedInRun: Type.Boolean(),
          cite: citeSchema,
          reading: Type.Optional(Type.String()),
          bound: Type.Optional(
            Type.Object(
              {
                low: Type.Optional(Type.String()),
                high: Type.Optional(Type.String()),
                label: bilingualSchema,
                cite: citeSchema,
              },
              { description: 'What the figure may be, both ends included', ...closed },
            ),
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'ReplaceableValues', ...closed },
);

const poolChangeSchema = Type.Object(
  {
    id: Type.String(),
    name: bilingualSchema,
    balanceBefore: yuanSchema,
    levy: changeSchema,
    stages: Type.Record(Type.String(), changeSchema, {
      description: 'Allocation by stage; every stage of the pack',
    }),
    received: changeSchema,
    burdens: Type.Record(Type.String(), changeSchema, { description: 'Burdens by bearer' }),
    balanceAfter: changeSchema,
    monthsAfter: optionalChangeSchema,
  },
  closed,
);

const refusedRows = Type.Array(
  Type.Object({ pool: Type.String(), condition: Type.String(), cite: citeSchema }, closed),
);

/** A scenario beside the run that it varies, figure by figure. */
export const scenarioComparisonSchema = Type.Object(
  {
    run: runSummarySchema,
    place: bilingualSchema,
    status: packStatusSchema,
    values: replacedValuesSchema,
    stages: Type.Array(Type.String()),
    targetMonths: optionalChangeSchema,
    pools: Type.Array(poolChangeSchema),
    totals: Type.Object({ levy: changeSchema, received: changeSchema, balanceAfter: changeSchema }, closed),
    fund: Type.Object(
      {
        inflow: changeSchema,
        outflow: changeSchema,
        reserve: changeSchema,
        closingBalance: changeSchema,
      },
      closed,
    ),
    refusals: Type.Object(
      { gained: refusedRows, lost: refusedRows },
      { description: 'Refusals that only the scenario has, and those that only the run has', ...closed },
    ),
    reducedCovers: Type.Array(
      Type.Object({ pool: Type.String(), given: yuanSchema, credited: yuanSchema }, closed),
      {
        description:
          'Pools whose given treasury cover is above their deficit in the scenario: only the deficit is credited',
      },
    ),
    assumptions: Type.Array(assumptionSchema),
    output: adjustmentOutputSchema,
  },
  { $id: 'ScenarioComparison', ...closed },
);

export const scenarioSummarySchema = Type.Object(
  {
    id: Type.String(),
    runId: Type.String(),
    name: Type.String(),
    note: Type.String(),
    values: replacedValuesSchema,
    projection: Type.Optional(projectionRequestSchema),
    engineVersion: Type.String(),
    resultHash: Type.String(),
    recordedAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'ScenarioSummary', ...closed },
);

export const scenarioListSchema = Type.Object(
  { scenarios: Type.Array(scenarioSummarySchema) },
  { $id: 'ScenarioList', ...closed },
);

export const scenarioViewSchema = Type.Object(
  {
    scenario: scenarioSummarySchema,
    comparison: scenarioComparisonSchema,
    projection: Type.Optional(projectionSchema),
  },
  { $id: 'ScenarioView', ...closed },
);

export type ReplacedValuesBody = Static<typeof replacedValuesSchema>;
export type KeepScenarioBody = Static<typeof keepScenarioSchema>;
export type ReplaceableValuesBody = Static<typeof replaceableValuesSchema>;
export type ScenarioComparisonBody = Static<typeof scenarioComparisonSchema>;
export type ScenarioSummaryBody = Static<typeof scenarioSummarySchema>;
export type ScenarioListBody = Static<typeof scenarioListSchema>;
