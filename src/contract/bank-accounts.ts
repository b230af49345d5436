import { Type } from 'typebox';
import { bilingualSchema, closed, yuanSchema } from '#contract/common';
import { instantSchema, maybe, placeSchema } from '#contract/identity';
import { insuranceTypeSchema, monthSchema, voucherSchema } from '#contract/ledger';
import { poolIdSchema } from '#contract/places';
import { refusalSchema } from '#contract/problem';

export const decisionSchema = Type.Enum(['approved', 'rejected'] as const);

/** What another person said to a record that one person proposed. */
export const flowDecisionSchema = Type.Object(
  { decision: decisionSchema },
  { $id: 'FlowDecision', ...closed },
);

/** Who proposed a record of accounts and flows, and who decided. */
export const proposedFields = {
  id: Type.String(),
  place: placeSchema,
  pool: poolIdSchema,
  proposedBy: Type.String(),
  proposedAt: instantSchema,
  decision: Type.Union([decisionSchema, Type.Null()], { description: 'Null while it waits' }),
  decidedBy: maybe(Type.String()),
  decidedAt: maybe(Type.String()),
};

/** How a plan or run ended without money. */
export const endedSchema = Type.Union([Type.Enum(['withdrawn', 'lapsed'] as const), Type.Null()], {
  description:
    'Withdrawn by a person, or lapsed: neither funded nor sent when the December of its year was closed; null where neither',
});

const roleSchema = Type.Enum(['income', 'treasury', 'special', 'expenditure', 'payee'] as const, {
  description:
    'Income account 收入户, treasury 国库, special account 财政专户, expenditure account 支出户, payee 收款方',
});
const nameSchema = Type.String({ minLength: 1, maxLength: 200 });

const account = {
  role: roleSchema,
  insuranceType: Type.Union([insuranceTypeSchema, Type.Null()], {
    description: "Null for a payee's, who is paid for either type",
  }),
  counterparty: maybe(
    Type.String({ maxLength: 200, description: 'kind:id of the payee; null for the fund' }),
  ),
  holder: nameSchema,
  bank: nameSchema,
};

export const newBankAccountSchema = Type.Object(
  { ...account, number: Type.String({ minLength: 8, maxLength: 32, description: '8 to 32 digits' }) },
  { $id: 'NewBankAccount', ...closed },
);

const bankAccountFields = {
  ...proposedFields,
  ...account,
  number: Type.String({
    description: 'The last four digits in a list; whole where one account is asked for',
  }),
  holds: Type.Boolean({
    description:
      'In use: the one of its role, or payee, that was confirmed last, and from which the bank sent nothing back',
  }),
  sentBackFor: maybe(
    Type.String({ description: 'Why the bank sent a payment back from it, which ends its use' }),
  ),
};

export const bankAccountSchema = Type.Object(bankAccountFields, { $id: 'BankAccount', ...closed });

export const bankAccountListSchema = Type.Object(
  {
    accounts: Type.Array(Type.Object(bankAccountFields, closed)),
    withheld: Type.Integer({ description: 'Accounts of persons that other departments see' }),
  },
  { $id: 'BankAccountList', ...closed },
);

const sweptAccount = {
  pool: poolIdSchema,
  poolName: bilingualSchema,
  insuranceType: insuranceTypeSchema,
  role: Type.Enum(['income', 'treasury'] as const),
};

export const sweepRequestSchema = Type.Object(
  {
    month: monthSchema,
    vouchers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            // Not `pool`, by which the access log tells whom a request is about: a sweep is about all own pools.
            ofPool: poolIdSchema,
            insuranceType: insuranceTypeSchema,
            role: sweptAccount.role,
            number: voucherSchema,
          },
          closed,
        ),
        { maxItems: 1000, description: 'Of what is moved out of each account, as far as they are known' },
      ),
    ),
  },
  { $id: 'SweepRequest', ...closed },
);

export const sweepSchema = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          ...sweptAccount,
          amount: yuanSchema,
          event: maybe(Type.String({ description: 'Number of the event; null where nothing was moved' })),
          refusals: Type.Array(refusalSchema),
        },
        closed,
      ),
    ),
  },
  { $id: 'Sweep', ...closed },
);

export const unsweptSchema = Type.Object(
  {
    rows: Type.Array(Type.Object({ ...sweptAccount, balance: yuanSchema }, closed)),
    carriedOver: Type.Array(
      Type.Object(
        {
          pool: poolIdSchema,
          poolName: bilingualSchema,
          insuranceType: insuranceTypeSchema,
          pooled: yuanSchema,
          account: yuanSchema,
        },
        closed,
      ),
      {
        description:
          'Of a December: what expenditure accounts hold of the plans of the year, for a plan of the new year to carry over',
      },
    ),
  },
  { $id: 'UnsweptAccounts', ...closed },
);

export const monthQuerySchema = Type.Object({ month: monthSchema }, closed);
