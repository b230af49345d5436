import { Type } from 'typebox';
import { endedSchema, proposedFields } from '#contract/bank-accounts';
import { closed, yuanSchema } from '#contract/common';
import { instantSchema, maybe } from '#contract/identity';
import { insuranceTypeSchema, monthSchema, voucherSchema } from '#contract/ledger';

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

export const planFundingSchema = Type.Object(
  {
    pooled: Type.Optional(yuanSchema),
    account: Type.Optional(yuanSchema),
    voucher: Type.Optional(voucherSchema),
  },
  {
    $id: 'PaymentPlanFunding',
    description: 'All that is open where no amount is given; of a fund that is not named nothing',
    ...closed,
  },
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
          lines: Type.Array(
            Type.Object(
              {
                ...planLineSchema.properties,
                funded: Type.String({
                  format: 'yuan',
                  description: 'Moved for it so far; money of a fund goes to its lines in their order',
                }),
              },
              closed,
            ),
          ),
          total: yuanSchema,
          openPooled: yuanSchema,
          openAccount: yuanSchema,
          fundings: Type.Array(
            Type.Object(
              {
                event: Type.String(),
                pooled: yuanSchema,
                account: yuanSchema,
                voucher: maybe(Type.String()),
                fundedBy: Type.String(),
                fundedAt: instantSchema,
              },
              closed,
            ),
            { description: 'What was moved to the expenditure account, part by part' },
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'PaymentPlanList', ...closed },
);
