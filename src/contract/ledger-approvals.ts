import { Type } from 'typebox';
import { closed, yuanSchema } from '#contract/common';
import { instantSchema, maybe, placeSchema } from '#contract/identity';
import { insuranceTypeSchema, numberSchema, packRefSchema } from '#contract/ledger';
import { daySchema, poolIdSchema } from '#contract/places';

const reasonSchema = Type.String({ minLength: 1, maxLength: 2000 });

const asked = {
  template: Type.String({ minLength: 1, maxLength: 100 }),
  pool: poolIdSchema,
  insuranceType: insuranceTypeSchema,
  amount: yuanSchema,
  cause: Type.String({ minLength: 1, maxLength: 100 }),
  reason: reasonSchema,
};

export const approvalRequestSchema = Type.Object(
  {
    pack: packRefSchema,
    ...asked,
    year: Type.Optional(
      Type.Integer({
        minimum: 1000,
        maximum: 9999,
        description: 'Of which year amounts go back; asked of a template with `returns`, and of no other',
      }),
    ),
  },
  { $id: 'ApprovalRequest', ...closed },
);

export const numberedSchema = Type.Object({ number: numberSchema }, { $id: 'LedgerNumber', ...closed });

const decided = {
  decision: Type.Union([Type.Enum(['approved', 'rejected'] as const), Type.Null()]),
  decidedBy: maybe(Type.String()),
  decidedAt: maybe(Type.String()),
};

export const approvalListSchema = Type.Object(
  {
    approvals: Type.Array(
      Type.Object(
        {
          number: numberSchema,
          ...asked,
          year: Type.Union([Type.Integer(), Type.Null()], {
            description: 'Of which year amounts go back; null where the template returns none',
          }),
          requestedBy: Type.String(),
          requestedAt: instantSchema,
          partOf: Type.Union(
            [Type.Enum(['opening', 'adjustment_year', 'adjustment_matter'] as const), Type.Null()],
            {
              description: 'What it is decided with, where it is not decided alone',
            },
          ),
          ...decided,
          rejectedFor: maybe(Type.String({ description: 'Why it was rejected' })),
          usedBy: maybe(Type.String({ description: 'Number of the event that used it' })),
        },
        closed,
      ),
    ),
    next: maybe(Type.String({ description: 'Value of `below` for the next page; null on the last' })),
  },
  { $id: 'ApprovalList', ...closed },
);

export const approvalDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['approved', 'rejected'] as const),
    reason: Type.Optional(Type.String({ maxLength: 2000, description: 'Of a rejection, which takes one' })),
  },
  { $id: 'ApprovalDecision', ...closed },
);

export const openingDecisionSchema = Type.Object(
  { decision: Type.Enum(['approved', 'rejected'] as const) },
  { $id: 'OpeningDecision', ...closed },
);

const totalsSchema = Type.Record(Type.String(), yuanSchema, {
  description: 'Control totals of the older system by template',
});

export const openingFileSchema = Type.Object(
  {
    place: placeSchema,
    pack: packRefSchema,
    effectiveOn: daySchema,
    reason: reasonSchema,
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    csv: Type.String({
      minLength: 1,
      description: 'Columns template, pool, insurance_type, counterparty, item, amount',
    }),
    rows: Type.Integer({ minimum: 1, description: 'Rows that the file should have' }),
    totals: totalsSchema,
  },
  { $id: 'OpeningFile', ...closed },
);

export const openingMadeSchema = Type.Object(
  { id: numberSchema, events: Type.Integer() },
  { $id: 'OpeningMade', ...closed },
);

export const openingListSchema = Type.Object(
  {
    openings: Type.Array(
      Type.Object(
        {
          id: numberSchema,
          place: placeSchema,
          fileName: Type.String(),
          fileHash: Type.String({ description: 'SHA-256 of the file' }),
          packHash: Type.String(),
          effectiveOn: daySchema,
          rowCount: Type.Integer(),
          eventCount: Type.Integer(),
          totals: totalsSchema,
          reason: reasonSchema,
          requestedBy: Type.String(),
          requestedAt: instantSchema,
          ...decided,
        },
        closed,
      ),
    ),
  },
  { $id: 'OpeningList', ...closed },
);

export const openingDecidedSchema = Type.Object(
  { posted: Type.Integer({ description: 'Events that the approval posted' }) },
  { $id: 'OpeningDecided', ...closed },
);
