import { Type, type Static } from 'typebox';
import type {
  budgetViewSchema,
  consolidationViewSchema,
  executionSchema,
  finalAccountViewSchema,
  roundListSchema,
  roundViewSchema,
} from '#contract/budget-output';
import { heldOpeningSchema } from '#contract/budget-opening';
import { bilingualSchema, closed } from '#contract/common';

const typeSchema = Type.Enum(['employee', 'resident'] as const);
const partSchema = Type.Enum(['pooled', 'account'] as const);

export const draftFormQuery = Type.Object(
  {
    pool: Type.String({ minLength: 1, maxLength: 100 }),
    insuranceType: Type.String({ pattern: '^(employee|resident)$' }),
  },
  closed,
);

/** What a draft has to state: lines with what their estimates take, and drivers with their units. */
export const draftFormSchema = Type.Object(
  {
    pool: Type.String(),
    kind: Type.Enum(['pool', 'fund'] as const),
    year: Type.Integer(),
    parts: Type.Array(
      Type.Object(
        {
          part: partSchema,
          label: bilingualSchema,
          held: heldOpeningSchema,
        },
        closed,
      ),
    ),
    lines: Type.Array(
      Type.Object(
        {
          key: Type.String({ description: 'Such as 5001.inpatient/pooled' }),
          part: partSchema,
          ofPool: Type.Union([Type.String(), Type.Null()]),
          label: bilingualSchema,
          side: Type.Enum(['income', 'expenditure'] as const),
          isTransfer: Type.Boolean(),
          method: Type.Enum(['product', 'carried', 'of_opening', 'given'] as const),
          drivers: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    drivers: Type.Array(
      Type.Object({ id: Type.String(), label: bilingualSchema, unit: Type.String() }, closed),
    ),
  },
  { $id: 'BudgetDraftForm', ...closed },
);

const itemFields = {
  round: Type.String(),
  year: Type.Integer(),
  place: Type.String({ description: 'The place that compiles' }),
  by: Type.String({ description: 'User id of who made it' }),
  at: Type.String({ format: 'date-time' }),
};
const budgetFields = { budget: Type.String(), pool: Type.String(), insuranceType: typeSchema };

export const budgetInboxSchema = Type.Object(
  {
    drafts: Type.Array(Type.Object({ ...itemFields, ...budgetFields, number: Type.Integer() }, closed)),
    consolidations: Type.Array(Type.Object({ ...itemFields, number: Type.Integer() }, closed)),
    papers: Type.Array(
      Type.Object(
        {
          ...itemFields,
          ...budgetFields,
          id: Type.String(),
          kind: Type.Enum(['amendment', 'final_account', 'evaluation'] as const),
          number: Type.Integer(),
          reason: Type.String(),
        },
        closed,
      ),
    ),
  },
  { $id: 'BudgetInbox', ...closed },
);

export type DraftFormBody = Static<typeof draftFormSchema>;
export type BudgetInboxBody = Static<typeof budgetInboxSchema>;
export type BudgetRoundListBody = Static<typeof roundListSchema>;
export type BudgetRoundBody = Static<typeof roundViewSchema>;
export type BudgetBody = Static<typeof budgetViewSchema>;
export type BudgetConsolidationBody = Static<typeof consolidationViewSchema>;
export type BudgetExecutionBody = Static<typeof executionSchema>;
export type BudgetFinalAccountBody = Static<typeof finalAccountViewSchema>;
