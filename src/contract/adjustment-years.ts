import { Type, type Static } from 'typebox';
import { matterSchema } from '#contract/adjustment-matters';
import {
  textSchema,
  noteSchema,
  insuranceTypeSchema,
  yearNumberSchema,
  maybeText,
  documentFields,
} from '#contract/adjustment-year-fields';
import {
  leftOutSchema,
  memberDifferenceSchema,
  namedPoolsSchema,
  unpaidSchema,
} from '#contract/adjustment-year-members';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';
import { figureSourceSchema } from '#contract/figure-source';
import { voucherSchema } from '#contract/ledger';

const STEP_KINDS = [
  'opened',
  'frozen',
  'proposed',
  'checked',
  'returned',
  'approved',
  'paid',
  'corrected',
  'drop_asked',
] as const;

export const newAdjustmentYearSchema = Type.Object(
  {
    place: Type.String({ minLength: 1, maxLength: 200, description: "The fund's place" }),
    fund: textSchema(100),
    insuranceType: insuranceTypeSchema,
    year: yearNumberSchema,
    pack: textSchema(100),
    membersNote: Type.Optional(
      Type.String({
        maxLength: 2000,
        description: "Why the fund's members are not the pools that the policy lists, where they differ",
      }),
    ),
  },
  { $id: 'NewAdjustmentYear', ...closed },
);

export const attestedFigureSchema = Type.Object(
  {
    subject: Type.String({ minLength: 1, maxLength: 100, description: 'A pool, or `fund`' }),
    field: Type.String({
      minLength: 1,
      maxLength: 120,
      description: 'A field of the pipeline or a condition; recoveries as `recovery.<pool of insurance>`',
    }),
    value: textSchema(60),
    ...documentFields,
  },
  { $id: 'AttestedFigure', ...closed },
);

export const yearNoteSchema = Type.Object(
  { note: Type.Optional(noteSchema) },
  { $id: 'YearNote', ...closed },
);

export const yearDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['checked', 'returned', 'dropped', 'approved'] as const, {
      description:
        '`dropped` ends a correction that was proposed, or whose dropping was asked for: the version in force stands as before',
    }),
    note: Type.Optional(noteSchema),
  },
  { $id: 'YearDecision', ...closed },
);

export const yearPaymentSchema = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 100, description: 'Sent again it is the same payment' }),
    on: Type.Optional(Type.String({ format: 'date', description: "The bank's day; today if left out" })),
    payments: Type.Optional(
      Type.Array(
        Type.Object(
          { line: textSchema(200), amount: yuanSchema, voucher: Type.Optional(voucherSchema) },
          closed,
        ),
        {
          minItems: 1,
          description: 'Lines in part; all that can be paid if left out, and of treasuries nothing',
        },
      ),
    ),
    note: Type.Optional(noteSchema),
  },
  { $id: 'YearPayment', ...closed },
);

const phaseSchema = Type.Enum([
  'gathering',
  'frozen',
  'dropping',
  'proposed',
  'checked',
  'approved',
  'paying',
  'final',
] as const);

/** How the version in force stands while a correction is under way. */
const inForceFields = { version: Type.Integer(), phase: phaseSchema, phaseLabel: bilingualSchema };

const summaryFields = {
  id: Type.String(),
  place: Type.String(),
  fund: Type.String(),
  insuranceType: insuranceTypeSchema,
  year: Type.Integer(),
  pack: Type.String(),
  version: Type.Integer(),
  phase: phaseSchema,
  phaseLabel: bilingualSchema,
  uncovered: Type.Union([yuanSchema, Type.Null()], {
    description: 'What nobody bears by the version in force; null where everything is borne',
  }),
  lastStep: Type.Union([
    Type.Object({ kind: Type.Enum(STEP_KINDS), by: Type.String(), at: Type.String() }, closed),
    Type.Null(),
  ]),
};

const yearSummarySchema = Type.Object(
  {
    ...summaryFields,
    inForce: Type.Union([Type.Object(inForceFields, closed), Type.Null()], {
      description: 'The version in force while a correction is under way; null without one',
    }),
  },
  { $id: 'AdjustmentYearSummary', ...closed },
);

export const yearListSchema = Type.Object(
  { years: Type.Array(yearSummarySchema) },
  { $id: 'AdjustmentYearList', ...closed },
);

const askedStepSchema = Type.Enum([...STEP_KINDS.slice(1), 'dropped' as const]);

export const yearInboxSchema = Type.Object(
  {
    steps: Type.Array(
      Type.Object({ year: yearSummarySchema, step: askedStepSchema, label: bilingualSchema }, closed),
    ),
    matters: Type.Array(matterSchema),
  },
  { $id: 'AdjustmentInbox', ...closed },
);

const lineSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    pool: Type.String(),
    amount: yuanSchema,
    due: yuanSchema,
    paid: yuanSchema,
    advanced: Type.String({
      format: 'yuan',
      description: 'Of what is paid, what was moved within the year, ahead of its settlement',
    }),
    open: yuanSchema,
    payable: yuanSchema,
    before: Type.Union([yuanSchema, Type.Null()], {
      description: 'What the version before decided; null in the first',
    }),
    clauses: citeSchema,
  },
  closed,
);

const remarkSchema = Type.Object(
  {
    kind: Type.Enum(['uncovered', 'emergency_unpaid', 'levy_paused'] as const, {
      description:
        'Not borne by anybody; of a granted emergency what is not paid; no levy because the fund holds enough',
    }),
    pool: Type.String({ description: 'A pool, or `fund`' }),
    amount: Type.Union([yuanSchema, Type.Null()]),
    clauses: citeSchema,
  },
  closed,
);

export const poolSharesSchema = Type.Object(
  {
    shares: Type.Array(
      Type.Object(
        {
          yearId: Type.String(),
          fund: Type.String(),
          insuranceType: insuranceTypeSchema,
          year: Type.Integer(),
          version: Type.Integer(),
          pool: Type.String(),
          lines: Type.Array(lineSchema),
          remarks: Type.Array(remarkSchema),
          notices: Type.Array(Type.Enum(['levy', 'allocation'] as const)),
        },
        closed,
      ),
    ),
  },
  { $id: 'PoolShares', ...closed },
);

const runSchema = Type.Object({ id: Type.String(), resultHash: Type.String() }, closed);

const figureNameSchema = Type.Object({ subject: Type.String(), field: Type.String() }, closed);

export const adjustmentYearSchema = Type.Object(
  {
    ...summaryFields,
    pools: namedPoolsSchema,
    steps: Type.Array(
      Type.Object(
        {
          sequence: Type.Integer(),
          kind: Type.Enum(STEP_KINDS),
          label: bilingualSchema,
          version: Type.Integer(),
          by: Type.String({ description: 'User id' }),
          at: Type.String(),
          note: Type.String(),
          contentHash: Type.String(),
        },
        closed,
      ),
    ),
    figures: Type.Array(
      Type.Object(
        {
          subject: Type.String(),
          field: Type.String(),
          value: Type.String(),
          source: figureSourceSchema,
          note: Type.String(),
          recordedBy: Type.String(),
          recordedAt: Type.String(),
        },
        closed,
      ),
    ),
    missing: Type.Array(figureNameSchema),
    moved: Type.Array(
      Type.Object(
        { subject: Type.String(), field: Type.String(), was: Type.String(), now: Type.String() },
        closed,
      ),
      { description: 'Frozen figures of which the books now hold others' },
    ),
    next: Type.Array(
      Type.Object(
        {
          step: askedStepSchema,
          label: bilingualSchema,
          role: Type.String(),
          isMine: Type.Boolean({
            description: 'Whether the caller may do it: never on what the caller made',
          }),
        },
        closed,
      ),
    ),
    members: memberDifferenceSchema,
    leftOut: leftOutSchema,
    unpaid: unpaidSchema,
    snapshotHash: maybeText,
    policy: Type.Union([
      Type.Object({ packHash: Type.String(), adoptedHash: Type.String() }, closed),
      Type.Null(),
    ]),
    run: Type.Union([runSchema, Type.Null()]),
    lines: Type.Array(lineSchema),
    remarks: Type.Array(remarkSchema),
    inForce: Type.Union(
      [Type.Object({ ...inForceFields, run: runSchema, lines: Type.Array(lineSchema) }, closed), Type.Null()],
      {
        description: 'The version in force while a correction is under way, with what is owed and paid of it',
      },
    ),
    postings: Type.Array(
      Type.Object(
        {
          line: Type.String(),
          part: Type.String(),
          version: Type.Integer(),
          event: Type.String({ description: 'Number of the event in the ledger' }),
          amount: yuanSchema,
          postingMonth: Type.String(),
        },
        closed,
      ),
    ),
  },
  { $id: 'AdjustmentYear', ...closed },
);

export const yearStepDoneSchema = Type.Object(
  {
    recorded: Type.Optional(Type.Integer({ description: 'Figures recorded' })),
    unpaid: Type.Optional(unpaidSchema),
    snapshotHash: Type.Optional(Type.String()),
    run: Type.Optional(Type.String()),
    posted: Type.Optional(Type.Integer({ description: 'Events posted in the ledger' })),
    isFinal: Type.Optional(Type.Boolean()),
    version: Type.Optional(Type.Integer()),
  },
  { $id: 'AdjustmentYearStepDone', ...closed },
);

export type YearListBody = Static<typeof yearListSchema>;
export type YearInboxBody = Static<typeof yearInboxSchema>;
export type AdjustmentYearBody = Static<typeof adjustmentYearSchema>;
export type PoolSharesBody = Static<typeof poolSharesSchema>;
