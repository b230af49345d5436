import { Type } from 'typebox';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';

const idSchema = Type.String({ minLength: 1, maxLength: 100 });
const insuranceTypeSchema = Type.Enum(['employee', 'resident'] as const);
const monthSchema = Type.String({
  pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])$',
  description: 'A month like 2026-03',
});
const indicatorSchema = Type.Enum(['payable_months', 'current_result', 'growth_gap', 'arrears'] as const);
const standingSchema = Type.Enum(['stated', 'assumed', 'provisional', 'scenario'] as const);
const maybeText = Type.Union([Type.String(), Type.Null()]);

const lineSchema = {
  months: Type.String(),
  value: Type.String({ description: 'The value of the pack that says it' }),
  standing: standingSchema,
};

export const watchQuerySchema = Type.Object(
  { insuranceType: insuranceTypeSchema, month: monthSchema, pack: idSchema },
  closed,
);

const figureSchema = Type.Object(
  {
    indicator: indicatorSchema,
    figure: Type.Union([Type.String(), Type.Null()], {
      description: 'Months, yuan or percentage points, by the indicator',
    }),
    missing: Type.Union(
      [Type.Enum(['nothing_spent', 'nothing_due', 'nothing_to_compare'] as const), Type.Null()],
      {
        description: 'Why there is no figure',
      },
    ),
    level: Type.Union([Type.Enum(['in_order', 'notice', 'warning'] as const), Type.Null()]),
  },
  closed,
);

const watchFields = {
  subject: Type.Object(
    {
      id: Type.String(),
      kind: Type.Enum(['pool', 'fund'] as const),
      name: bilingualSchema,
      place: Type.String(),
    },
    closed,
  ),
  insuranceType: insuranceTypeSchema,
  month: Type.String(),
  pack: Type.String(),
  packHash: Type.String(),
  head: Type.String({ description: 'Number of the last event that it saw' }),
  cite: citeSchema,
  open: Type.Array(Type.String(), { description: 'Books that are not closed through the month' }),
  withoutBooks: Type.Array(Type.String(), { description: 'Pools that have no books of the month' }),
  indicators: Type.Array(
    Type.Object(
      {
        indicator: indicatorSchema,
        name: bilingualSchema,
        lines: Type.Array(
          Type.Object({ line: Type.Enum(['short', 'excess', 'overdue'] as const), ...lineSchema }, closed),
        ),
        cite: citeSchema,
        readings: Type.Array(Type.String()),
      },
      closed,
    ),
  ),
  rows: Type.Array(
    Type.Object(
      {
        id: Type.String({ description: 'Of a pool; of all together the fund’s' }),
        name: bilingualSchema,
        from: Type.String({ description: 'First of the last twelve months that there are books of' }),
        months: Type.Integer(),
        isShort: Type.Boolean({ description: 'Rests on fewer than twelve months' }),
        balance: yuanSchema,
        income: yuanSchema,
        expenditure: yuanSchema,
        unpaid: Type.Optional({
          ...yuanSchema,
          description:
            'Settled and unpaid at the month’s end; absent in assessments made before it was watched',
        }),
        figures: Type.Array(figureSchema),
      },
      closed,
    ),
  ),
};

export const watchSchema = Type.Object(
  {
    ...watchFields,
    due: Type.Object(
      {
        last: Type.Union([Type.String(), Type.Null()], {
          description: 'Month of the last confirmed assessment',
        }),
        interval: Type.Union([Type.Object(lineSchema, closed), Type.Null()]),
        nextBy: Type.Union([Type.String(), Type.Null()], {
          description: 'Month by whose end the next is due',
        }),
      },
      closed,
    ),
  },
  { $id: 'FundWatch', ...closed },
);

const measureSchema = Type.Object(
  { pool: idSchema, indicator: indicatorSchema, measure: Type.String({ minLength: 1, maxLength: 2000 }) },
  closed,
);

export const newRiskAssessmentSchema = Type.Object(
  {
    insuranceType: insuranceTypeSchema,
    month: monthSchema,
    pack: idSchema,
    measures: Type.Array(measureSchema, { maxItems: 1000, description: 'One for each warning' }),
  },
  { $id: 'NewRiskAssessment', ...closed },
);

export const riskAssessmentMadeSchema = Type.Object(
  { id: Type.String(), contentHash: Type.String() },
  { $id: 'RiskAssessmentMade', ...closed },
);

export const riskAssessmentDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['confirmed', 'rejected'] as const),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { $id: 'RiskAssessmentDecision', ...closed },
);

const keptFields = {
  id: Type.String(),
  place: Type.String(),
  subject: Type.String(),
  insuranceType: insuranceTypeSchema,
  month: Type.String(),
  head: Type.String(),
  packHash: Type.String(),
  contentHash: Type.String(),
  madeBy: Type.String(),
  madeAt: Type.String({ format: 'date-time' }),
  state: Type.Enum(['proposed', 'confirmed', 'rejected'] as const),
  decidedBy: maybeText,
  decidedAt: maybeText,
  note: maybeText,
};

export const riskAssessmentListSchema = Type.Object(
  { assessments: Type.Array(Type.Object(keptFields, closed)) },
  { $id: 'RiskAssessmentList', ...closed },
);

export const riskAssessmentSchema = Type.Object(
  { ...keptFields, watched: Type.Object(watchFields, closed), measures: Type.Array(measureSchema) },
  { $id: 'RiskAssessment', ...closed },
);
