import { Type } from 'typebox';
import { endedSchema, proposedFields } from '#contract/bank-accounts';
import { closed, yuanSchema } from '#contract/common';
import { maybe } from '#contract/identity';
import { insuranceTypeSchema, monthSchema } from '#contract/ledger';

const lineIdSchema = Type.Enum(
  ['5001.pooled', '5001.account', '5101.pooled', '5201.account', '5401.pooled', '5401.account'] as const,
  { description: 'Line of the budget: statutory account and fund' },
);
const noteSchema = Type.String({ maxLength: 2000 });

export const paymentPlanRequestSchema = Type.Object(
  {
    insuranceType: insuranceTypeSchema,
    month: monthSchema,
    expected: Type.Array(Type.Object({ line: lineIdSchema, amount: yuanSchema }, closed), {
      maxItems: 6,
      description: 'What is expected to fall due besides what is open',
    }),
    note: noteSchema,
  },
  { $id: 'PaymentPlanRequest', ...closed },
);

const planLineSchema = Type.Object(
  {
    line: lineIdSchema,
    open: yuanSchema,
    expected: yuanSchema,
    carried: Type.String({ format: 'yuan', description: 'Planned before and not paid out yet' }),
    amount: yuanSchema,
  },
  closed,
);

export const draftedPlanSchema = Type.Object(
  { id: Type.String(), lines: Type.Array(planLineSchema) },
  { $id: 'DraftedPaymentPlan', ...closed },
);

export const fundedPlanSchema = Type.Object(
  { event: Type.String({ description: 'Number of the event that funded it' }) },
  { $id: 'FundedPaymentPlan', ...closed },
);

export const paymentPlanListSchema = Type.Object(
  {
    plans: Type.Array(
      Type.Object(
        {
          ...proposedFields,
          ended: endedSchema,
          insuranceType: insuranceTypeSchema,
          month: monthSchema,
          note: noteSchema,
          lines: Type.Array(planLineSchema),
          total: yuanSchema,
          event: maybe(Type.String()),
          fundedBy: maybe(Type.String()),
          fundedAt: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'PaymentPlanList', ...closed },
);
