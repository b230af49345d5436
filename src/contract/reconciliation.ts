import { Type } from 'typebox';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';
import { instantSchema, maybe, placeSchema } from '#contract/identity';
import { insuranceTypeSchema, monthSchema, numberSchema } from '#contract/ledger';
import { daySchema, poolIdSchema } from '#contract/places';

const partySchema = Type.Enum(['bank', 'finance', 'treasury', 'tax'] as const, {
  description: 'Bank, finance (special account), treasury 国库, tax (what it levied)',
});
const accountSchema = Type.Enum(['1002', '1003', '1004', '1005'] as const, {
  description: 'bank: 1002 or 1004; finance: 1003; treasury and tax: 1005',
});
const sideSchema = Type.Enum(['ours', 'theirs'] as const);
const answerSchema = Type.Enum(['timing', 'correction', 'claim'] as const, {
  description: 'On its way; corrected by an event of the ledger; claimed from the other party',
});
const outcomeSchema = Type.Enum(['approved', 'rejected'] as const);
const balanceSchema = Type.Union([yuanSchema, Type.Null()], {
  description: 'Null of tax, which tells receipts only',
});
const headingSchema = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }));
const wordsSchema = Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 }));

const ownProfileSchema = Type.Object(
  {
    columns: Type.Object(
      {
        date: headingSchema,
        receipt: headingSchema,
        payment: headingSchema,
        amount: headingSchema,
        direction: headingSchema,
        balance: headingSchema,
        reference: headingSchema,
        counterparty: headingSchema,
        summary: headingSchema,
      },
      { ...closed, description: 'Which heading of the file holds what' },
    ),
    receiptWords: wordsSchema,
    paymentWords: wordsSchema,
    thousands: Type.Optional(Type.Boolean({ description: 'Amounts are written like 1,234.50' })),
    totalWords: wordsSchema,
  },
  closed,
);

export const statementImportSchema = Type.Object(
  {
    party: partySchema,
    insuranceType: insuranceTypeSchema,
    account: accountSchema,
    month: monthSchema,
    opening: balanceSchema,
    closing: balanceSchema,
    profile: Type.Union([
      Type.String({
        minLength: 1,
        maxLength: 40,
        description: 'plain, bank_two_columns, bank_marked, treasury or tax_levied',
      }),
      ownProfileSchema,
    ]),
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    content: Type.String({ minLength: 1, description: 'The CSV file or workbook (XLSX) in base64' }),
  },
  { $id: 'StatementImport', ...closed },
);

export const statementImportedSchema = Type.Object(
  { id: Type.String(), lines: Type.Integer() },
  { $id: 'StatementImported', ...closed },
);

const statementFields = {
  id: Type.String(),
  place: placeSchema,
  department: Type.String(),
  party: partySchema,
  partyName: bilingualSchema,
  pool: poolIdSchema,
  insuranceType: insuranceTypeSchema,
  account: Type.String({ description: '1002, 1003, 1004 or 1005' }),
  month: monthSchema,
  opening: yuanSchema,
  closing: yuanSchema,
  lineCount: Type.Integer(),
  fileName: Type.String(),
  fileHash: Type.String(),
  profile: Type.String(),
  importedBy: Type.String(),
  importedAt: instantSchema,
  byParty: Type.Boolean({ description: "Imported by somebody of the party's own department" }),
  state: Type.Enum(['replaced', 'open', 'closing_proposed', 'reconciled'] as const),
};

export const reconciliationListSchema = Type.Object(
  { reconciliations: Type.Array(Type.Object(statementFields, closed)) },
  { $id: 'ReconciliationList', ...closed },
);

export const waitingReconciliationsSchema = Type.Object(
  {
    waiting: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['difference', 'closing', 'confirmation'] as const, {
            description: 'confirmation: a closing that the other party has to confirm first',
          }),
          id: Type.String({ description: 'Of the proposal or the closing, as its decision names it' }),
          statement: Type.Object(statementFields, closed),
          amount: Type.String({ format: 'yuan', description: 'Of the line, or the balance as adjusted' }),
          reason: Type.String(),
          proposedBy: Type.String(),
          proposedAt: instantSchema,
        },
        closed,
      ),
    ),
  },
  { $id: 'WaitingReconciliations', ...closed },
);

const lineSchema = Type.Object(
  {
    id: Type.String({ description: '`event/number` of ours, `statement/line` of theirs' }),
    on: daySchema,
    amount: Type.String({ format: 'yuan', description: 'Received above zero, paid below' }),
    references: Type.Array(Type.String()),
    counterparty: Type.String(),
    summary: Type.String(),
  },
  closed,
);

const postingSchema = Type.Object(
  {
    template: Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Null()], {
      description: "Null: the line's own event is reversed",
    }),
    otherPool: Type.Optional(poolIdSchema),
    counterparty: Type.Optional(Type.String({ minLength: 3, maxLength: 200 })),
    category: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    amounts: Type.Record(Type.String(), yuanSchema),
    effectiveOn: daySchema,
  },
  closed,
);

const proposalSchema = Type.Object(
  {
    id: Type.String(),
    statement: Type.String(),
    month: monthSchema,
    side: sideSchema,
    item: Type.String(),
    amount: yuanSchema,
    kind: answerSchema,
    event: maybe(Type.String({ description: 'The event that was named, or that the agreement posted' })),
    posting: Type.Union([postingSchema, Type.Null()]),
    reason: Type.String(),
    proposedBy: Type.String(),
    proposedAt: instantSchema,
    decision: Type.Union([outcomeSchema, Type.Null()]),
    decidedBy: maybe(Type.String()),
    decidedAt: maybe(Type.String()),
  },
  closed,
);

const differenceSchema = Type.Object(
  {
    side: sideSchema,
    line: lineSchema,
    kind: Type.Enum([
      'opening',
      'timing',
      'duplicate',
      'amount',
      'missing_from_theirs',
      'missing_from_ours',
    ] as const),
    kindName: bilingualSchema,
    with: Type.Array(Type.String({ description: 'Ids of lines that the kind rests on' })),
    approved: Type.Union([proposalSchema, Type.Null()]),
    waiting: Type.Union([proposalSchema, Type.Null()]),
    carriedMonths: Type.Integer({ description: 'How many months were closed with the line open' }),
    overdueMonths: Type.Integer({
      description: 'For how many closed months it was said to be on its way 逾期未达; 0 of anything else',
    }),
  },
  closed,
);

const ruleSchema = Type.Enum([
  'named',
  'reference',
  'reference_amount',
  'day_amount',
  'day_amount_surplus',
  'amount_nearby',
  'sum_nearby',
  'cancelled',
] as const);

const closingSchema = Type.Object(
  {
    id: Type.String(),
    statement: Type.String(),
    ours: yuanSchema,
    theirs: yuanSchema,
    adjusted: yuanSchema,
    contentHash: Type.String(),
    proposedBy: Type.String(),
    proposedAt: instantSchema,
    confirmedBy: maybe(Type.String({ description: 'Who of the other party confirmed' })),
    confirmedAt: maybe(Type.String()),
    decision: Type.Union([outcomeSchema, Type.Null()]),
    decidedBy: maybe(Type.String()),
    decidedAt: maybe(Type.String()),
  },
  closed,
);

export const reconciliationSchema = Type.Object(
  {
    statement: Type.Object(statementFields, closed),
    cite: citeSchema,
    adjustment: Type.Object(
      {
        ours: yuanSchema,
        theirs: yuanSchema,
        theirReceipts: yuanSchema,
        theirPayments: yuanSchema,
        ourReceipts: yuanSchema,
        ourPayments: yuanSchema,
        adjusted: yuanSchema,
      },
      { ...closed, description: 'Balance adjustment 余额调节表' },
    ),
    differences: Type.Array(differenceSchema),
    matched: Type.Array(
      Type.Object(
        {
          rule: ruleSchema,
          ruleName: bilingualSchema,
          groups: Type.Integer(),
          ours: Type.Integer(),
          theirs: Type.Integer(),
          amount: yuanSchema,
        },
        closed,
      ),
    ),
    closing: Type.Union([closingSchema, Type.Null()]),
    party: Type.Enum(['paper', 'confirmed', 'awaited', 'absent'] as const, {
      description: 'Whether the other party has taken part; paper: a bank is stood for by its statement',
    }),
    partyName: bilingualSchema,
    isNext: Type.Boolean({ description: 'The month before is reconciled, or there is none' }),
    isLedgerClosed: Type.Boolean({ description: 'The ledger has closed the month' }),
  },
  { $id: 'Reconciliation', ...closed },
);

export const matchQuerySchema = Type.Object(
  { from: Type.Optional(Type.String({ pattern: '^\\d{1,9}$', description: 'How many to leave out' })) },
  closed,
);

export const matchListSchema = Type.Object(
  {
    count: Type.Integer(),
    matches: Type.Array(
      Type.Object(
        {
          rule: ruleSchema,
          ruleName: bilingualSchema,
          amount: yuanSchema,
          ours: Type.Array(lineSchema),
          theirs: Type.Array(lineSchema),
        },
        closed,
      ),
    ),
  },
  { $id: 'ReconciliationMatches', ...closed },
);

export const differenceProposalSchema = Type.Object(
  {
    side: sideSchema,
    item: Type.String({ minLength: 1, maxLength: 200, description: 'Id of the line' }),
    kind: answerSchema,
    event: Type.Union([numberSchema, Type.Null()], {
      description: 'Of a correction alone: an event that is there',
    }),
    posting: Type.Optional(
      Type.Union([postingSchema, Type.Null()], {
        description: 'Of a correction alone: what the agreement is to post, in place of an event',
      }),
    ),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { $id: 'DifferenceProposal', ...closed },
);

export const reconciliationDecisionSchema = Type.Object(
  { decision: outcomeSchema },
  { $id: 'ReconciliationDecision', ...closed },
);

export const premiumQuerySchema = Type.Object(
  { insuranceType: insuranceTypeSchema, month: monthSchema },
  closed,
);

const toldSchema = Type.Union([yuanSchema, Type.Null()], {
  description: 'Null where no statement is there, or none that the caller may see',
});

export const premiumComparisonSchema = Type.Object(
  {
    pool: poolIdSchema,
    insuranceType: insuranceTypeSchema,
    month: monthSchema,
    cite: citeSchema,
    stations: Type.Object(
      {
        assessed: yuanSchema,
        levied: toldSchema,
        received: yuanSchema,
        receivedByTreasury: toldSchema,
        collectedByAgency: yuanSchema,
        swept: yuanSchema,
        sweptByTreasury: toldSchema,
      },
      closed,
    ),
    gaps: Type.Array(
      Type.Object(
        {
          gap: Type.Enum([
            'not_levied',
            'in_transit',
            'not_booked',
            'not_swept',
            'sweep_not_booked',
          ] as const),
          name: bilingualSchema,
          amount: toldSchema,
        },
        closed,
      ),
    ),
  },
  { $id: 'PremiumComparison', ...closed },
);
