import { Type } from 'typebox';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';
import { instantSchema, maybe, placeSchema } from '#contract/identity';
import { daySchema, poolIdSchema } from '#contract/places';
import { refusalSchema } from '#contract/problem';

export const insuranceTypeSchema = Type.Enum(['employee', 'resident'] as const);
export const monthSchema = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-01'] });
export const numberSchema = Type.String({
  pattern: '^[1-9]\\d{0,17}$',
  description: 'A number of the ledger',
});
const bookSchema = Type.Enum(['cash', 'obligation'] as const, {
  description: 'Statutory cash (现金账), or obligations (往来账)',
});
/** Of every recording of a bank movement. */
export const voucherSchema = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'Number of the bank’s voucher (银行回单号); it stands for one movement of an account',
});
export const packRefSchema = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'The pack by whose templates is posted: its id, or the hash of a stored version',
});
const counterpartySchema = Type.String({
  minLength: 3,
  maxLength: 200,
  description: 'kind:id',
  examples: ['institution:H1'],
});

export const newBooksSchema = Type.Object(
  { pool: poolIdSchema, insuranceType: insuranceTypeSchema, firstMonth: monthSchema, pack: packRefSchema },
  { $id: 'NewBooks', ...closed },
);

const booksSchema = Type.Object(
  {
    pool: poolIdSchema,
    insuranceType: insuranceTypeSchema,
    kind: Type.Enum(['pool', 'fund'] as const),
    name: bilingualSchema,
    place: placeSchema,
    firstMonth: monthSchema,
    closedThrough: maybe(Type.String({ description: 'The last closed month' })),
    lastClosing: Type.Union(
      [
        Type.Object(
          {
            by: Type.String({ description: 'User id, or machine' }),
            at: instantSchema,
            unsweptReason: maybe(Type.String({ description: 'Why it was closed though not swept' })),
          },
          closed,
        ),
        Type.Null(),
      ],
      { description: 'Who closed that month; null where none is closed' },
    ),
  },
  closed,
);

export const openedBooksSchema = Type.Object(booksSchema.properties, { $id: 'OpenedBooks', ...closed });

/** By the templates of which pack a year is closed. */
export const closeYearSchema = Type.Object({ pack: packRefSchema }, { $id: 'YearClosing', ...closed });

export const monthClosingSchema = Type.Object(
  {
    unsweptReason: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2000,
        description: 'Why it is closed though the income account or the treasury is not nil; kept only then',
      }),
    ),
  },
  { $id: 'MonthClosing', ...closed },
);

export const closedMonthSchema = Type.Object(
  {
    closedThrough: monthSchema,
    carriedOver: Type.Optional(
      Type.Object(
        { pooled: yuanSchema, account: yuanSchema },
        {
          description:
            'Of a December: what the expenditure account holds of the plans of the year; a plan of the new year carries it over',
          ...closed,
        },
      ),
    ),
  },
  { $id: 'ClosedMonth', ...closed },
);

export const bookListSchema = Type.Object({ books: Type.Array(booksSchema) }, { $id: 'BookList', ...closed });

export const journalTemplatesSchema = Type.Object(
  {
    packHash: Type.String(),
    accounts: Type.Array(
      Type.Object({ code: Type.String(), name: bilingualSchema, book: bookSchema }, closed),
    ),
    templates: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: bilingualSchema,
          cite: citeSchema,
          kind: Type.Enum(['ordinary', 'opening', 'internal', 'close'] as const),
          types: Type.Array(insuranceTypeSchema),
          parties: Type.Array(Type.String(), {
            description: 'Kinds of counterparty; empty where it has none',
          }),
          categories: Type.Array(Type.String(), {
            description: 'One of these is asked for, where there are any',
          }),
          needsApproval: Type.Boolean({ description: 'An event cites an approval of a second person' }),
          workflow: Type.Union(
            [
              Type.Enum([
                'payment_run',
                'payment_plan',
                'interest_notice',
                'adjustment_year',
                'opening',
                'year_closing',
              ] as const),
              Type.Null(),
            ],
            { description: 'What posts by it in place of a person alone; null where a person does' },
          ),
          causes: Type.Array(Type.String(), { description: 'Causes for which it may be approved' }),
          returns: Type.Array(Type.String(), {
            description:
              'Amounts that it gives back of, each as `template.amount`, of a year that its approval names',
          }),
          betweenPools: Type.Boolean({ description: 'The other pool is named' }),
          amounts: Type.Object(
            { employee: Type.Array(Type.String()), resident: Type.Array(Type.String()) },
            closed,
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'JournalTemplates', ...closed },
);

export const eventRequestSchema = Type.Object(
  {
    key: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Names the event for good: sent again it is the same event',
    }),
    template: Type.String({ minLength: 1, maxLength: 100 }),
    pool: poolIdSchema,
    otherPool: Type.Optional(poolIdSchema),
    insuranceType: insuranceTypeSchema,
    counterparty: Type.Optional(counterpartySchema),
    category: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    amounts: Type.Record(Type.String(), yuanSchema, {
      description: 'Every amount of the template, zero where there is none',
    }),
    effectiveOn: daySchema,
    clauses: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
    approval: Type.Optional(numberSchema),
    corrects: Type.Optional(numberSchema),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    voucher: Type.Optional(voucherSchema),
  },
  { $id: 'EventRequest', ...closed },
);

export const eventRequestsSchema = Type.Object(
  { pack: packRefSchema, events: Type.Array(eventRequestSchema, { minItems: 1, maxItems: 500 }) },
  { $id: 'EventRequests', ...closed },
);

export const reversalSchema = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 200 }),
    effectiveOn: daySchema,
    note: Type.String({ minLength: 1, maxLength: 2000 }),
    approval: Type.Optional(numberSchema),
  },
  { $id: 'Reversal', ...closed },
);

const outcomeSchema = Type.Object(
  {
    key: Type.String(),
    number: numberSchema,
    postingMonth: maybe(Type.String({ description: 'The month in which it stands' })),
    isReplayed: Type.Boolean({
      description: 'The key was there before; the outcome is that of the first time',
    }),
    refusal: Type.Union([refusalSchema, Type.Null()], {
      description: 'Why it was not posted; kept under its key',
    }),
  },
  closed,
);

export const eventOutcomeSchema = Type.Object(outcomeSchema.properties, { $id: 'EventOutcome', ...closed });

export const eventOutcomesSchema = Type.Object(
  { outcomes: Type.Array(outcomeSchema) },
  { $id: 'EventOutcomes', ...closed },
);

const journalEventSchema = Type.Object(
  {
    number: numberSchema,
    key: Type.String(),
    refusal: maybe(Type.String({ description: 'Code of the refusal; null when it was posted' })),
    packHash: maybe(Type.String()),
    template: maybe(Type.String()),
    pool: maybe(Type.String()),
    otherPool: maybe(Type.String()),
    insuranceType: Type.Union([insuranceTypeSchema, Type.Null()]),
    counterparty: maybe(Type.String()),
    category: maybe(Type.String()),
    effectiveOn: daySchema,
    knownAt: instantSchema,
    postingMonth: maybe(Type.String()),
    actor: Type.String({ description: 'User id, or machine' }),
    clauses: citeSchema,
    reverses: maybe(Type.String()),
    corrects: maybe(Type.String()),
    note: Type.String(),
    voucher: maybe(Type.String({ description: 'Number of the bank’s voucher that it was recorded with' })),
    debit: Type.String({
      format: 'yuan',
      description:
        'Of its entries that were asked for; of all its cash, or else obligations, where none was named',
    }),
    credit: yuanSchema,
  },
  closed,
);

const entryLineSchema = Type.Object(
  {
    line: Type.Integer(),
    pool: poolIdSchema,
    insuranceType: insuranceTypeSchema,
    postingMonth: monthSchema,
    book: bookSchema,
    fund: Type.String(),
    source: Type.String(),
    account: Type.String(),
    counterparty: maybe(Type.String()),
    category: maybe(Type.String()),
    debit: yuanSchema,
    credit: yuanSchema,
  },
  closed,
);

export const eventPageSchema = Type.Object(
  {
    events: Type.Array(journalEventSchema),
    totals: Type.Union([Type.Object({ debit: yuanSchema, credit: yuanSchema }, closed), Type.Null()], {
      description: 'What one account of one set of books comes to, over every page and for every department',
    }),
    withheld: Type.Integer({
      description: 'Events between these, about persons or employers, that other departments see',
    }),
    next: maybe(Type.String({ description: 'Value of `after` for the next page; null on the last' })),
  },
  { $id: 'EventPage', ...closed },
);

export const eventDetailSchema = Type.Object(
  { event: journalEventSchema, entries: Type.Array(entryLineSchema) },
  { $id: 'EventDetail', ...closed },
);

export const balanceListSchema = Type.Object(
  {
    balances: Type.Array(
      Type.Object(
        {
          pool: poolIdSchema,
          insuranceType: insuranceTypeSchema,
          postingMonth: monthSchema,
          book: bookSchema,
          fund: Type.String(),
          source: Type.String(),
          account: Type.String(),
          debit: yuanSchema,
          credit: yuanSchema,
        },
        closed,
      ),
      { description: 'Turnover by month and account' },
    ),
  },
  { $id: 'BalanceList', ...closed },
);

export const obligationListSchema = Type.Object(
  {
    obligations: Type.Array(
      Type.Object(
        {
          pool: poolIdSchema,
          insuranceType: insuranceTypeSchema,
          counterparty: Type.String({ description: 'kind:id; the kind alone where it is withheld' }),
          isWithheld: Type.Boolean({
            description: 'In one line what other departments see of counterparties of this kind',
          }),
          fund: Type.String(),
          source: Type.String(),
          receivable: yuanSchema,
          advance: yuanSchema,
          payable: yuanSchema,
        },
        closed,
      ),
    ),
  },
  { $id: 'ObligationList', ...closed },
);
