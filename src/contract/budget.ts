import { Type, type Static } from 'typebox';
import { closed, yuanSchema } from '#contract/common';

const idSchema = Type.String({ minLength: 1, maxLength: 100 });
const textSchema = Type.String({ minLength: 1, maxLength: 2000 });
const hashSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the document' });
const typeSchema = Type.Enum(['employee', 'resident'] as const);
const lineKeys = Type.String({
  pattern: '^[0-9]{4}[a-z_.]*/(pooled|account)(/[A-Za-z0-9._-]+)?$',
  maxLength: 200,
  description:
    'A line and part, such as 5001.inpatient/pooled; of the adjustment fund with the pool: 4402/pooled/east',
});
const figureSchema = Type.String({ minLength: 1, maxLength: 40 });
const citeList = Type.Array(idSchema, { maxItems: 20 });

export const roundRequestSchema = Type.Object(
  {
    place: Type.String({ minLength: 1, maxLength: 200, description: 'The place that compiles the budgets' }),
    year: Type.Integer({ minimum: 1000, maximum: 9999 }),
    pack: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'Id of a pack, or the hash of a stored version',
    }),
  },
  { $id: 'BudgetRoundRequest', ...closed },
);

const partSchema = Type.String({ pattern: '^(pooled|account)$' });

const sourced = {
  amount: Type.String({ minLength: 1, maxLength: 40, description: 'Yuan with at most two decimals' }),
  source: textSchema,
  cite: Type.Optional(citeList),
};

const driverSchema = Type.Union([
  Type.Object({ value: figureSchema, source: textSchema, cite: Type.Optional(citeList) }, closed),
  Type.Object(
    { packValue: idSchema, cell: Type.Optional(Type.Record(idSchema, idSchema)) },
    { ...closed, description: 'A value of the pack at the first day of the year' },
  ),
]);

const draft = {
  pool: idSchema,
  insuranceType: typeSchema,
  opening: Type.Record(partSchema, Type.Object(sourced, closed)),
  drivers: Type.Record(idSchema, driverSchema),
  past: Type.Record(
    lineKeys,
    Type.Object({ ...sourced, months: Type.Integer({ minimum: 1, maximum: 12 }) }, closed),
  ),
  given: Type.Record(lineKeys, Type.Object(sourced, closed)),
};

export const budgetDraftSchema = Type.Object(
  {
    ...draft,
    openingReason: Type.Optional(
      Type.String({ maxLength: 2000, description: 'Why an opening balance is not that of final books' }),
    ),
    pastFromLedger: Type.Optional(
      Type.Object({ throughMonth: Type.Integer({ minimum: 1, maximum: 12 }) }, closed),
    ),
  },
  { $id: 'BudgetDraft', ...closed },
);

/** A draft outside of any round, as the command line takes it. */
export const estimateFileSchema = Type.Object(
  {
    ...draft,
    year: Type.Integer({ minimum: 1000, maximum: 9999 }),
    kind: Type.Enum(['pool', 'fund'] as const),
    members: Type.Array(idSchema, { maxItems: 10_000 }),
  },
  { $id: 'BudgetEstimateFile', ...closed },
);

export const draftedSchema = Type.Object(
  { budget: Type.String(), version: Type.String(), number: Type.Integer() },
  { $id: 'BudgetDrafted', ...closed },
);

export const numberedSchema = Type.Object(
  { id: Type.String(), number: Type.Integer() },
  { $id: 'BudgetNumbered', ...closed },
);

export const budgetExceptionSchema = Type.Object(
  { reason: textSchema, document: textSchema, documentHash: hashSchema },
  { $id: 'BudgetException', ...closed },
);

export const budgetReviewSchema = Type.Object(
  { decision: Type.Enum(['accepted', 'returned'] as const), reason: Type.String({ maxLength: 2000 }) },
  { $id: 'BudgetReview', ...closed },
);

export const budgetReopeningSchema = Type.Object(
  { reason: textSchema },
  { $id: 'BudgetReopening', ...closed },
);

export const budgetConsolidatingSchema = Type.Object(
  {
    reason: Type.String({
      maxLength: 2000,
      description: 'Why there are no budgets of a type that pools keep books of; empty where there are',
    }),
  },
  { $id: 'BudgetConsolidating', ...closed },
);

export const budgetAdoptionSchema = Type.Object(
  { decision: Type.Enum(['adopted', 'returned'] as const), reason: Type.String({ maxLength: 2000 }) },
  { $id: 'BudgetAdoption', ...closed },
);

export const budgetAmendmentSchema = Type.Object(
  {
    reason: textSchema,
    changes: Type.Record(lineKeys, yuanSchema, { description: 'New amounts' }),
    exception: Type.Optional(Type.Object({ document: textSchema, documentHash: hashSchema }, closed)),
  },
  { $id: 'BudgetAmendment', ...closed },
);

export const finalAccountSchema = Type.Object(
  {
    reason: textSchema,
    explanations: Type.Record(Type.String({ maxLength: 200 }), textSchema, {
      description: 'Line and part → why the year differs from its budget',
    }),
  },
  { $id: 'BudgetFinalAccount', ...closed },
);

export const budgetEvaluationSchema = Type.Object(
  {
    reason: textSchema,
    indicators: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: idSchema,
            name: Type.Object({ zh: textSchema, en: textSchema }, closed),
            points: figureSchema,
          },
          closed,
        ),
        { maxItems: 100, description: 'The plan of the year, where the pack names none' },
      ),
    ),
    scores: Type.Array(
      Type.Object({ indicator: idSchema, score: figureSchema, evidence: textSchema }, closed),
      {
        maxItems: 100,
      },
    ),
    use: textSchema,
  },
  { $id: 'BudgetEvaluation', ...closed },
);

export const budgetPaperDecisionSchema = Type.Object(
  { decision: Type.Enum(['approved', 'refused'] as const), reason: Type.String({ maxLength: 2000 }) },
  { $id: 'BudgetPaperDecision', ...closed },
);

export const executionQuery = Type.Object(
  {
    month: Type.String({ pattern: '^(1[0-2]|[1-9])$', description: 'The last month that counts, 1 to 12' }),
  },
  closed,
);

export const budgetFigureQuery = Type.Object(
  {
    row: Type.String({
      pattern: '^[0-9A-Za-z_.]{1,60}$',
      description: 'A row of the forms: 4001, 5001.inpatient, income, yearBalance, opening, accumulated',
    }),
    section: Type.Optional(Type.Enum(['whole', 'pooled', 'account', 'unsplit'] as const)),
    month: Type.Optional(
      Type.String({ pattern: '^(1[0-2]|[1-9])$', description: 'The last month that counts; December' }),
    ),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,18}\\.\\d{1,6}\\.\\d{1,6}$' })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$', description: '1 to 500' })),
  },
  closed,
);

const unitSchema = Type.Optional(
  Type.Enum(['yuan', 'wan'] as const, {
    description: 'Yuan, or ten thousand yuan with what rounding leaves over',
  }),
);

export const consolidationFileQuery = Type.Object({ unit: unitSchema }, closed);

export const budgetFileQuery = Type.Object(
  {
    form: Type.Optional(
      Type.Enum(['budget', 'amendment', 'execution', 'final_account'] as const, {
        description: 'The budget itself where nothing is said; of plans and final accounts the latest',
      }),
    ),
    month: Type.Optional(
      Type.String({
        pattern: '^(1[0-2]|[1-9])$',
        description: 'Of an execution: the last month that counts',
      }),
    ),
    unit: unitSchema,
  },
  closed,
);

export type BudgetDraftBody = Static<typeof budgetDraftSchema>;
