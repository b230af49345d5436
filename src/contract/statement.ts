import { Type } from 'typebox';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';

const idSchema = Type.String({ minLength: 1, maxLength: 100 });
const insuranceTypeSchema = Type.Enum(['employee', 'resident'] as const);
const kindSchema = Type.Enum(['pool', 'fund', 'group'] as const);
const periodSchema = Type.String({
  minLength: 4,
  maxLength: 7,
  description: 'A month 2026-03 or a year 2026',
});
const unitSchema = Type.Enum(['yuan', 'wan'] as const, {
  description: 'Yuan to the fen, or ten thousand yuan with two decimals',
});
const maybeText = Type.Union([Type.String(), Type.Null()]);
const nameListSchema = Type.Union([Type.Array(Type.String()), Type.Null()], { description: 'null: any' });

const STATEMENT_SPANS = [
  'period',
  'previous_month',
  'year_to_date',
  'previous_year_to_date',
  'year_start',
  'previous_year',
] as const;
const spanSchema = Type.Enum(STATEMENT_SPANS);

const CONSOLIDATED = { description: 'A fund together with the pools that belong to it' };

const asked = {
  insuranceType: insuranceTypeSchema,
  period: periodSchema,
  pack: Type.Optional(idSchema),
};
const askedInAddress = {
  ...asked,
  consolidated: Type.Optional(Type.Enum(['true', 'false'] as const, CONSOLIDATED)),
};

export const statementQuerySchema = Type.Object(
  { ...askedInAddress, unit: Type.Optional(unitSchema) },
  closed,
);

export const unitQuerySchema = Type.Object({ unit: Type.Optional(unitSchema) }, closed);

export const cellQuerySchema = Type.Object(
  {
    ...askedInAddress,
    form: idSchema,
    line: idSchema,
    column: idSchema,
    part: idSchema,
    after: Type.Optional(Type.String({ pattern: '^\\d{1,18}\\.\\d{1,6}\\.\\d{1,6}$' })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$', description: '1 to 500' })),
  },
  closed,
);

export const statementListQuerySchema = Type.Object(
  {
    subject: Type.Optional(idSchema),
    insuranceType: Type.Optional(insuranceTypeSchema),
    period: Type.Optional(periodSchema),
  },
  closed,
);

export const newStatementSchema = Type.Object(
  {
    ...asked,
    consolidated: Type.Optional(Type.Boolean(CONSOLIDATED)),
    correction: Type.Optional(
      Type.Object(
        {
          corrects: Type.String({
            minLength: 1,
            maxLength: 100,
            description: 'The published version in force',
          }),
          reason: Type.String({ minLength: 1, maxLength: 2000 }),
        },
        closed,
      ),
    ),
  },
  { $id: 'NewStatement', ...closed },
);

export const statementProposedSchema = Type.Object(
  { id: Type.String(), contentHash: Type.String() },
  { $id: 'StatementProposed', ...closed },
);

export const statementDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['published', 'rejected'] as const),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { $id: 'StatementDecision', ...closed },
);

const failureSchema = Type.Object(
  { at: Type.String(), name: bilingualSchema, line: maybeText, difference: yuanSchema },
  closed,
);

const formSchema = Type.Object(
  {
    id: Type.String(),
    number: maybeText,
    name: bilingualSchema,
    cite: citeSchema,
    columns: Type.Array(
      Type.Object({ id: spanSchema, name: bilingualSchema, from: Type.String(), to: Type.String() }, closed),
    ),
    parts: Type.Array(Type.Object({ id: Type.String(), name: bilingualSchema }, closed)),
    lines: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          row: Type.Integer(),
          name: bilingualSchema,
          kind: Type.Enum(['accounts', 'sum', 'within'] as const),
          cells: Type.Array(
            Type.Object(
              {
                column: spanSchema,
                part: Type.String(),
                amount: Type.Union([Type.String(), Type.Null()], {
                  description: 'In the unit; null where there were no books yet',
                }),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    differences: Type.Array(
      Type.Object(
        {
          line: Type.String(),
          column: spanSchema,
          part: Type.String(),
          over: Type.Enum(['lines', 'parts'] as const),
          amount: Type.String(),
        },
        closed,
      ),
      { description: 'Shown total less its shown parts, in the unit (尾差)' },
    ),
  },
  closed,
);

const statementFields = {
  subject: Type.Object(
    {
      kind: kindSchema,
      id: Type.String(),
      name: bilingualSchema,
      place: Type.String(),
      members: Type.Array(
        Type.Object(
          { id: Type.String(), kind: Type.Enum(['pool', 'fund'] as const), name: bilingualSchema },
          closed,
        ),
      ),
    },
    closed,
  ),
  insuranceType: insuranceTypeSchema,
  period: Type.String(),
  head: Type.String({ description: 'Number of the last event that it saw' }),
  packHash: Type.String(),
  unit: unitSchema,
  withoutBooks: Type.Array(Type.String()),
  forms: Type.Array(formSchema),
  checks: Type.Array(
    Type.Object(
      {
        form: Type.String(),
        id: Type.String(),
        name: bilingualSchema,
        checked: Type.Integer(),
        failures: Type.Array(failureSchema),
      },
      closed,
    ),
  ),
};

const comparisonsSchema = Type.Array(
  Type.Object(
    {
      id: Type.Enum(['months_add_up', 'members_add_up'] as const),
      name: bilingualSchema,
      state: Type.Enum(['holds', 'differs', 'incomplete'] as const),
      missing: Type.Array(Type.String()),
      failures: Type.Array(failureSchema),
    },
    closed,
  ),
  { description: 'Against other statements that are published' },
);

export const statementDrawingSchema = Type.Object(
  {
    open: Type.Array(Type.String(), { description: 'Books that are not closed through the period' }),
    statement: Type.Object(statementFields, closed),
    comparisons: comparisonsSchema,
  },
  { $id: 'StatementDrawing', ...closed },
);

const keptFields = {
  id: Type.String(),
  place: Type.String(),
  subjectKind: kindSchema,
  subject: Type.String(),
  insuranceType: insuranceTypeSchema,
  period: Type.String(),
  version: Type.Integer(),
  corrects: maybeText,
  correctedBy: maybeText,
  reason: maybeText,
  books: Type.Array(Type.String()),
  head: Type.String(),
  packHash: Type.String(),
  contentHash: Type.String(),
  madeBy: Type.String(),
  madeAt: Type.String({ format: 'date-time' }),
  state: Type.Enum(['proposed', 'published', 'rejected'] as const),
  decidedBy: maybeText,
  decidedAt: maybeText,
  note: maybeText,
};

export const statementListSchema = Type.Object(
  { statements: Type.Array(Type.Object(keptFields, closed)) },
  { $id: 'StatementList', ...closed },
);

export const keptStatementSchema = Type.Object(
  {
    ...keptFields,
    statement: Type.Object(statementFields, closed),
    comparisons: comparisonsSchema,
  },
  { $id: 'KeptStatement', ...closed },
);

export const statementRedrawSchema = Type.Object(
  { id: Type.String(), storedHash: Type.String(), redrawnHash: Type.String(), isSame: Type.Boolean() },
  { $id: 'StatementRedraw', ...closed },
);

export const openedCellSchema = Type.Object(
  {
    amount: Type.Union([yuanSchema, Type.Null()], {
      description: 'Of the whole cell; told with the first page',
    }),
    withheld: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Entries about persons or employers that other departments see; told with the first page',
    }),
    terms: Type.Array(
      Type.Object(
        {
          sign: Type.Integer(),
          side: Type.Enum(['debit', 'credit'] as const),
          book: Type.Enum(['cash', 'obligation'] as const),
          pools: Type.Array(Type.String()),
          accounts: Type.Array(Type.String()),
          funds: nameListSchema,
          sources: nameListSchema,
          categories: nameListSchema,
          parties: nameListSchema,
          withPools: nameListSchema,
          from: maybeText,
          to: Type.String(),
          openings: Type.Union([Type.String(), Type.Null()], {
            description:
              'Balances taken over count if the books began by this month; null: they do not, or count as others do',
          }),
        },
        closed,
      ),
    ),
    entries: Type.Array(
      Type.Object(
        {
          event: Type.String(),
          line: Type.Integer(),
          term: Type.Integer(),
          pool: Type.String(),
          month: Type.String(),
          fund: Type.String(),
          source: Type.String(),
          account: Type.String(),
          category: maybeText,
          counterparty: maybeText,
          debit: yuanSchema,
          credit: yuanSchema,
          effect: yuanSchema,
          key: Type.String(),
          packHash: Type.String(),
          template: Type.String(),
          templateName: bilingualSchema,
          effectiveOn: Type.String(),
          knownAt: Type.String(),
          actor: Type.String(),
          cite: citeSchema,
          note: Type.String(),
        },
        closed,
      ),
    ),
    next: maybeText,
  },
  { $id: 'OpenedCell', ...closed },
);
