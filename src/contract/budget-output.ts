import { Type } from 'typebox';
import { openingsSchema } from '#contract/budget-opening';
import { bilingualSchema, citeSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';
import { explainedNodeSchema } from '#contract/explanation';

const maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);
const typeSchema = Type.Enum(['employee', 'resident'] as const);
const sideSchema = Type.Enum(['income', 'expenditure'] as const);
const done = { by: Type.String(), at: Type.String({ format: 'date-time' }) };
const doneSchema = Type.Object(done, closed);

const totalsSchema = Type.Object(
  {
    ownIncome: yuanSchema,
    income: yuanSchema,
    ownExpenditure: yuanSchema,
    expenditure: yuanSchema,
    yearBalance: yuanSchema,
    opening: yuanSchema,
    accumulated: yuanSchema,
  },
  closed,
);

const roundSchema = Type.Object(
  {
    id: Type.String(),
    place: Type.String(),
    year: Type.Integer(),
    packId: Type.String(),
    packHash: Type.String(),
    opened: doneSchema,
    adopted: maybe(Type.String({ description: 'The consolidation that binds' })),
  },
  { $id: 'BudgetRound', ...closed },
);

export const roundListSchema = Type.Object(
  { rounds: Type.Array(roundSchema) },
  { $id: 'BudgetRoundList', ...closed },
);

const budget = {
  id: Type.String(),
  roundId: Type.String(),
  roundPlace: Type.String(),
  year: Type.Integer(),
  pool: Type.String(),
  kind: Type.Enum(['pool', 'fund'] as const),
  place: Type.String(),
  insuranceType: typeSchema,
};
const stateSchema = maybe(
  Type.Enum(['drafted', 'submitted', 'returned', 'accepted', 'reopened', 'adopted'] as const),
);

const consolidationSchema = Type.Object(
  {
    id: Type.String(),
    roundId: Type.String(),
    number: Type.Integer(),
    content: Type.String({ description: 'Canonical JSON: lines, what was eliminated, sums, members' }),
    contentHash: Type.String(),
    made: doneSchema,
    decided: maybe(
      Type.Object(
        { ...done, decision: Type.Enum(['adopted', 'returned'] as const), reason: Type.String() },
        closed,
      ),
    ),
  },
  { $id: 'BudgetConsolidation', ...closed },
);

export const roundViewSchema = Type.Object(
  {
    round: roundSchema,
    packStatus: packStatusSchema,
    cite: citeSchema,
    budgets: Type.Array(Type.Object({ ...budget, state: stateSchema, version: Type.Integer() }, closed)),
    consolidations: Type.Array(consolidationSchema),
    indicators: Type.Array(
      Type.Object(
        { id: Type.String(), name: bilingualSchema, points: Type.String(), cite: citeSchema },
        closed,
      ),
      {
        description:
          "The pack's indicators of the year's evaluation; none where each evaluation brings its plan",
      },
    ),
  },
  { $id: 'BudgetRoundView', ...closed },
);

const tableSchema = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          line: Type.String(),
          part: Type.Enum(['pooled', 'account'] as const),
          ofPool: maybe(Type.String()),
          label: bilingualSchema,
          side: sideSchema,
          isTransfer: Type.Boolean(),
          amount: yuanSchema,
          cite: citeSchema,
        },
        closed,
      ),
    ),
    totals: totalsSchema,
    roundings: Type.Array(
      Type.Object(
        {
          figure: Type.Enum(['income', 'expenditure', 'yearBalance', 'accumulated'] as const),
          amount: Type.String(),
        },
        closed,
      ),
      { description: 'Shown in ten thousand yuan: total less its shown parts (尾差)' },
    ),
    parts: Type.Array(
      Type.Object({ part: Type.Enum(['pooled', 'account'] as const), totals: totalsSchema }, closed),
    ),
  },
  closed,
);

const versionSchema = Type.Object(
  {
    id: Type.String(),
    budgetId: Type.String(),
    number: Type.Integer(),
    contentHash: Type.String(),
    needsException: Type.Boolean(),
    made: doneSchema,
    submitted: maybe(doneSchema),
    exception: maybe(
      Type.Object(
        { ...done, reason: Type.String(), document: Type.String(), documentHash: Type.String() },
        closed,
      ),
    ),
    review: maybe(
      Type.Object(
        { ...done, decision: Type.Enum(['accepted', 'returned'] as const), reason: Type.String() },
        closed,
      ),
    ),
    reopened: maybe(Type.Object({ ...done, reason: Type.String() }, closed)),
  },
  { $id: 'BudgetVersion', ...closed },
);

const paperSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['amendment', 'final_account', 'evaluation'] as const),
    budgetId: Type.String(),
    number: Type.Integer(),
    content: Type.String({ description: 'Canonical JSON of the plan, final account or evaluation' }),
    contentHash: Type.String(),
    reason: Type.String(),
    document: maybe(Type.String()),
    documentHash: maybe(Type.String()),
    made: doneSchema,
    decided: maybe(
      Type.Object(
        { ...done, decision: Type.Enum(['approved', 'refused'] as const), reason: Type.String() },
        closed,
      ),
    ),
  },
  { $id: 'BudgetPaper', ...closed },
);

export const budgetViewSchema = Type.Object(
  {
    budget: Type.Object(budget, closed),
    state: stateSchema,
    versions: Type.Array(versionSchema),
    current: maybe(tableSchema),
    latest: maybe(tableSchema),
    openings: openingsSchema,
    openingReason: maybe(Type.String()),
    deficits: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['year', 'accumulated'] as const),
          part: Type.Enum(['pooled', 'account'] as const),
          amount: yuanSchema,
          treatment: Type.Enum(['refused', 'exception', 'named'] as const),
          cite: citeSchema,
        },
        closed,
      ),
    ),
    papers: Type.Array(paperSchema),
  },
  { $id: 'BudgetView', ...closed },
);

export const budgetExplanationSchema = Type.Object(
  { number: Type.Integer(), nodes: Type.Array(explainedNodeSchema) },
  { $id: 'BudgetExplanation', ...closed },
);

const rowFields = {
  id: Type.String(),
  label: bilingualSchema,
  kind: Type.Enum(['line', 'within', 'sum'] as const),
  cells: Type.Array(maybe(yuanSchema), { description: 'By column; null where there is no such figure' }),
};
const sectionFields = {
  id: Type.Enum(['whole', 'pooled', 'account'] as const),
  label: bilingualSchema,
};
const roundingsSchema = Type.Array(
  Type.Object(
    {
      row: Type.String(),
      column: Type.String(),
      over: Type.Enum(['lines', 'columns'] as const),
      amount: Type.String(),
    },
    closed,
  ),
  { description: 'Shown in ten thousand yuan: total less its shown parts (尾差)' },
);

export const finalAccountViewSchema = Type.Object(
  {
    sections: Type.Array(
      Type.Object(
        {
          ...sectionFields,
          columns: Type.Array(Type.String(), { description: 'budget, actual, difference' }),
          rows: Type.Array(
            Type.Object(
              {
                ...rowFields,
                percent: maybe(Type.String({ description: 'The difference in percent of the budget' })),
                reasons: Type.Array(Type.String()),
                cite: citeSchema,
              },
              closed,
            ),
          ),
          roundings: roundingsSchema,
        },
        closed,
      ),
    ),
    cite: citeSchema,
  },
  { $id: 'BudgetFinalAccountView', ...closed },
);

export const consolidationViewSchema = Type.Object(
  {
    number: Type.Integer(),
    placeName: bilingualSchema,
    types: Type.Array(
      Type.Object(
        {
          insuranceType: typeSchema,
          members: Type.Array(
            Type.Object(
              { id: Type.String(), kind: Type.Enum(['pool', 'fund'] as const), name: bilingualSchema },
              closed,
            ),
          ),
          sections: Type.Array(
            Type.Object(
              {
                ...sectionFields,
                columns: Type.Array(Type.String(), {
                  description: 'Each member as pool:<id>, then sum, eliminated and total',
                }),
                rows: Type.Array(Type.Object(rowFields, closed)),
                roundings: roundingsSchema,
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'BudgetConsolidationView', ...closed },
);

const bothSides = Type.Object({ budget: yuanSchema, actual: yuanSchema }, closed);

export const executionSchema = Type.Object(
  {
    throughMonth: Type.Integer(),
    timeGone: Type.String({ description: 'Percent of the year' }),
    lines: Type.Array(
      Type.Object(
        {
          line: Type.String(),
          part: Type.Enum(['pooled', 'account', 'unsplit'] as const),
          label: bilingualSchema,
          side: sideSchema,
          budget: maybe(yuanSchema),
          actual: yuanSchema,
          rate: maybe(Type.String({ description: 'Percent of the budget' })),
          ahead: maybe(Type.String({ description: 'Percentage points ahead of the time gone' })),
          notice: maybe(Type.String({ description: 'Level of the deviation: notice, warning or alarm' })),
          isOver: Type.Boolean({ description: "Spending beyond the whole year's line" }),
        },
        closed,
      ),
    ),
    income: bothSides,
    expenditure: bothSides,
    roundings: Type.Array(
      Type.Object(
        {
          figure: sideSchema,
          column: Type.Enum(['budget', 'actual'] as const),
          amount: Type.String(),
        },
        closed,
      ),
      { description: 'Shown in ten thousand yuan: total less its shown parts (尾差)' },
    ),
    plans: Type.Integer({ description: 'Approved adjustment plans in the budget' }),
    cite: citeSchema,
  },
  { $id: 'BudgetExecution', ...closed },
);
