import { Type } from 'typebox';
import { endedSchema, proposedFields } from '#contract/bank-accounts';
import { closed, yuanSchema } from '#contract/common';
import { maybe } from '#contract/identity';
import { insuranceTypeSchema } from '#contract/ledger';
import { daySchema } from '#contract/places';

const purposeSchema = Type.Enum(
  ['benefit', 'large_expense', 'refund', 'transfer_out', 'prepayment', 'set_off', 'returned'] as const,
  {
    description:
      'Benefits, large-expense premiums, refunds, transfers out, advances to institutions, their set-off, payments that came back',
  },
);
const categorySchema = Type.Union([Type.String({ maxLength: 100 }), Type.Null()], {
  description: 'Category of benefit, of benefits and set-offs alone',
});
const payeeSchema = Type.String({ minLength: 3, maxLength: 200, examples: ['institution:H1'] });

export const paymentRunRequestSchema = Type.Object(
  {
    insuranceType: insuranceTypeSchema,
    purpose: purposeSchema,
    category: categorySchema,
    paysOn: daySchema,
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            counterparty: payeeSchema,
            pooled: Type.Optional(yuanSchema),
            account: Type.Optional(yuanSchema),
          },
          closed,
        ),
        {
          minItems: 1,
          maxItems: 20_000,
          description:
            'Everything of the purpose (and category) that is owed where left out; a debt without a category is paid by a line with amounts alone',
        },
      ),
    ),
  },
  { $id: 'PaymentRunRequest', ...closed },
);

export const proposedRunSchema = Type.Object(
  {
    id: Type.String(),
    leftOut: Type.Array(
      Type.Object({ counterparty: payeeSchema, code: Type.String({ description: 'Why not' }) }, closed),
    ),
  },
  { $id: 'ProposedPaymentRun', ...closed },
);

const lineRefSchema = Type.Object({ run: Type.String(), line: Type.Integer() }, closed);

const runFields = {
  ...proposedFields,
  ended: endedSchema,
  insuranceType: insuranceTypeSchema,
  purpose: purposeSchema,
  category: categorySchema,
  paysOn: daySchema,
  lineCount: Type.Integer(),
  total: yuanSchema,
  fileHash: maybe(Type.String({ description: 'SHA-256 of the bank file' })),
  sentBy: maybe(Type.String()),
  sentAt: maybe(Type.String()),
  withdrawnFor: maybe(Type.String()),
  paidCount: Type.Integer({ description: 'Lines that the bank paid and did not send back' }),
  rejectedCount: Type.Integer({ description: 'Lines that the bank sent back, also after it had paid them' }),
};

export const paymentRunListSchema = Type.Object(
  { runs: Type.Array(Type.Object(runFields, closed)) },
  { $id: 'PaymentRunList', ...closed },
);

export const paymentRunSchema = Type.Object(
  {
    run: Type.Object(runFields, closed),
    lines: Type.Array(
      Type.Object(
        {
          line: Type.Integer(),
          counterparty: payeeSchema,
          pooled: yuanSchema,
          account: yuanSchema,
          holder: maybe(Type.String()),
          bank: maybe(Type.String()),
          number: maybe(Type.String({ description: 'The last four digits' })),
          answers: Type.Array(Type.Enum(['paid', 'rejected'] as const)),
          vouchers: Type.Array(Type.String(), { description: 'Numbers of vouchers that the bank gave' }),
          reason: maybe(Type.String()),
          repeats: Type.Array(lineRefSchema, {
            description: 'Lines that came back and are paid again by this one',
          }),
          repeatedBy: Type.Array(lineRefSchema, {
            description: 'Lines that pay this one again after it came back, sent or under way',
          }),
          event: maybe(Type.String()),
        },
        closed,
      ),
    ),
    withheld: Type.Integer({ description: 'Lines to persons that other departments see' }),
  },
  { $id: 'PaymentRunWithLines', ...closed },
);

export const sentRunSchema = Type.Object(
  { fileHash: maybe(Type.String({ description: 'SHA-256 of the bank file; null for a set-off' })) },
  { $id: 'SentPaymentRun', ...closed },
);

export const bankAnswerSchema = Type.Object(
  {
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    text: Type.String({
      minLength: 1,
      description: 'CSV with the columns run, line, account, amount, outcome, reason, date, reference',
    }),
  },
  { $id: 'BankAnswer', ...closed },
);

export const importedAnswerSchema = Type.Object(
  { paid: Type.Integer(), rejected: Type.Integer(), known: Type.Integer() },
  { $id: 'ImportedBankAnswer', ...closed },
);

export const payableQuerySchema = Type.Object({ insuranceType: insuranceTypeSchema }, closed);

export const payableListSchema = Type.Object(
  {
    payables: Type.Array(
      Type.Object(
        {
          counterparty: payeeSchema,
          purpose: Type.Enum([
            'benefit',
            'large_expense',
            'refund',
            'transfer_out',
            'returned',
            'advance',
          ] as const),
          category: Type.Union([Type.String(), Type.Null()], {
            description: 'Of benefits, as settled; null of all else and of a debt from before the books',
          }),
          pooled: yuanSchema,
          account: yuanSchema,
          returned: Type.Array(lineRefSchema, {
            description: 'Of what came back: the lines that no run pays again',
          }),
        },
        closed,
      ),
    ),
    isPartial: Type.Boolean({ description: 'More is owed, to persons whom other departments see' }),
  },
  { $id: 'PayableList', ...closed },
);
