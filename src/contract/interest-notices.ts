import { Type } from 'typebox';
import { decisionSchema, proposedFields } from '#contract/bank-accounts';
import { closed, yuanSchema } from '#contract/common';
import { insuranceTypeSchema } from '#contract/ledger';
import { daySchema } from '#contract/places';

const notice = {
  insuranceType: insuranceTypeSchema,
  role: Type.Enum(['income', 'special', 'expenditure'] as const),
  fromDay: daySchema,
  toDay: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The last day that counts' }),
  creditedOn: daySchema,
  rate: Type.String({ minLength: 2, maxLength: 20, description: 'Yearly', examples: ['0.35%'] }),
  daysOfYear: Type.Integer({ minimum: 360, maximum: 366, description: 'Days of the bank’s year' }),
  reference: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Number of the bank’s voucher (银行回单号)',
  }),
  amount: yuanSchema,
};

const shares = {
  expected: Type.String({ format: 'yuan', description: 'Daily balances × rate ÷ days, half up to the fen' }),
  difference: Type.String({ format: 'yuan', description: 'Given by the bank less expected' }),
  pooled: yuanSchema,
  account: yuanSchema,
  unsplit: yuanSchema,
};

export const interestNoticeRequestSchema = Type.Object(notice, { $id: 'InterestNoticeRequest', ...closed });

export const sharedInterestSchema = Type.Object(
  { id: Type.String(), ...shares },
  { $id: 'SharedInterest', ...closed },
);

export const interestDecisionSchema = Type.Object(
  {
    decision: decisionSchema,
    reason: Type.Optional(
      Type.String({
        maxLength: 2000,
        description: 'Why another amount than was to be expected is accepted; asked for only then',
      }),
    ),
  },
  { $id: 'InterestDecision', ...closed },
);

export const acceptedInterestSchema = Type.Object(
  { events: Type.Array(Type.String({ description: 'Number of an event' })) },
  { $id: 'AcceptedInterest', ...closed },
);

export const interestNoticeListSchema = Type.Object(
  {
    notices: Type.Array(
      Type.Object(
        { ...proposedFields, ...notice, ...shares, events: Type.Array(Type.String()), reason: Type.String() },
        closed,
      ),
    ),
  },
  { $id: 'InterestNoticeList', ...closed },
);
