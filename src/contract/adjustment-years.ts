import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed, yuanSchema } from '#contract/common';

const textSchema = (maxLength: number): ReturnType<typeof Type.String> =>
  Type.String({ minLength: 1, maxLength });
const noteSchema = Type.String({ maxLength: 2000 });
const hashSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the document' });
const insuranceTypeSchema = Type.Enum(['employee', 'resident'] as const);
const yearNumberSchema = Type.Integer({ minimum: 1000, maximum: 9999 });
const maybeText = Type.Union([Type.String(), Type.Null()]);
const documentFields = {
  document: Type.String({ minLength: 1, maxLength: 400, description: 'Number or title of the document' }),
  documentHash: hashSchema,
  note: Type.Optional(noteSchema),
};

const STEP_KINDS = [
  'opened',
  'frozen',
  'proposed',
  'checked',
  'returned',
  'approved',
  'paid',
  'corrected',
] as const;

export const newAdjustmentYearSchema = Type.Object(
  {
    place: Type.String({ minLength: 1, maxLength: 200, description: "The fund's place" }),
    fund: textSchema(100),
    insuranceType: insuranceTypeSchema,
    year: yearNumberSchema,
    pack: textSchema(100),
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
    decision: Type.Enum(['checked', 'returned', 'approved'] as const),
    note: Type.Optional(noteSchema),
  },
  { $id: 'YearDecision', ...closed },
);

export const yearPaymentSchema = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 100, description: 'Sent again it is the same payment' }),
    on: Type.Optional(Type.String({ format: 'date', description: "The bank's day; today if left out" })),
    payments: Type.Optional(
      Type.Array(Type.Object({ line: textSchema(200), amount: yuanSchema }, closed), {
        minItems: 1,
        description: 'Lines in part; all that is open if left out',
      }),
    ),
    note: Type.Optional(noteSchema),
  },
  { $id: 'YearPayment', ...closed },
);

const matterKinds = ['emergency', 'adoption', 'handover', 'assessment'] as const;

const contentFields = {
  amount: Type.Optional(yuanSchema),
  cause: Type.Optional(Type.Enum(['public_health', 'policy', 'other'] as const)),
  auditedGap: Type.Optional(yuanSchema),
  value: Type.Optional(textSchema(100)),
  figure: Type.Optional(textSchema(60)),
};
const scoreSchema = Type.String({ maxLength: 20, pattern: '^-?[0-9]+([.][0-9]+)?$', examples: ['87.5'] });
const itemName = Type.Object({ zh: textSchema(100), en: textSchema(100) }, closed);

const askedContentSchema = Type.Object(
  {
    ...contentFields,
    scores: Type.Optional(
      Type.Array(
        Type.Object(
          {
            item: textSchema(60),
            name: Type.Optional(itemName),
            points: Type.Optional(scoreSchema),
            score: scoreSchema,
            evidence: textSchema(400),
          },
          closed,
        ),
        {
          maxItems: 100,
          description:
            'Of an assessment: each item; name and points only where the policy does not state them',
        },
      ),
    ),
  },
  closed,
);

const matterContentSchema = Type.Object(
  {
    ...contentFields,
    assessed: Type.Optional(
      Type.Object(
        {
          scores: Type.Array(
            Type.Object(
              {
                id: Type.String(),
                name: itemName,
                points: Type.String(),
                cite: citeSchema,
                score: Type.String(),
                evidence: Type.String(),
              },
              closed,
            ),
          ),
          total: Type.String(),
          highest: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);

const matterFields = {
  kind: Type.Enum(matterKinds),
  place: Type.String({
    minLength: 1,
    maxLength: 200,
    description: "The pool's place; the fund's for an adoption and an assessment",
  }),
  pool: Type.String({ minLength: 1, maxLength: 100, description: 'The pool; the fund for an adoption' }),
  insuranceType: insuranceTypeSchema,
  year: yearNumberSchema,
};

export const newMatterSchema = Type.Object(
  { ...matterFields, pack: textSchema(100), content: askedContentSchema, ...documentFields },
  { $id: 'NewAdjustmentMatter', ...closed },
);

export const matterDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['granted', 'refused'] as const),
    granted: Type.Optional(
      Type.String({ format: 'yuan', description: 'Of an emergency application; all of it if left out' }),
    ),
    note: Type.Optional(noteSchema),
  },
  { $id: 'AdjustmentMatterDecision', ...closed },
);

const matterSchema = Type.Object(
  {
    id: Type.String(),
    ...matterFields,
    packId: Type.String(),
    content: matterContentSchema,
    document: Type.String(),
    documentHash: Type.String(),
    note: Type.String(),
    requestedBy: Type.String(),
    requestedAt: Type.String(),
    decision: Type.Union([Type.Enum(['granted', 'refused'] as const), Type.Null()]),
    granted: maybeText,
    decidedBy: maybeText,
    decidedAt: maybeText,
    decisionNote: maybeText,
    decidingPlace: Type.String({ description: "The fund's place: who checks there decides" }),
  },
  { $id: 'AdjustmentMatter', ...closed },
);

export const matterListSchema = Type.Object(
  { matters: Type.Array(matterSchema) },
  { $id: 'AdjustmentMatterList', ...closed },
);

const phaseSchema = Type.Enum([
  'gathering',
  'frozen',
  'proposed',
  'checked',
  'approved',
  'paying',
  'final',
] as const);

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
  lastStep: Type.Union([
    Type.Object({ kind: Type.Enum(STEP_KINDS), by: Type.String(), at: Type.String() }, closed),
    Type.Null(),
  ]),
};

const yearSummarySchema = Type.Object(summaryFields, { $id: 'AdjustmentYearSummary', ...closed });

export const yearListSchema = Type.Object(
  { years: Type.Array(yearSummarySchema) },
  { $id: 'AdjustmentYearList', ...closed },
);

const askedStepSchema = Type.Enum(STEP_KINDS.slice(1));

export const yearInboxSchema = Type.Object(
  {
    steps: Type.Array(
      Type.Object({ year: yearSummarySchema, step: askedStepSchema, label: bilingualSchema }, closed),
    ),
    matters: Type.Array(matterSchema),
  },
  { $id: 'AdjustmentInbox', ...closed },
);

const sourceSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('ledger'), block: maybeText, through: Type.String(), basis: Type.String() },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('matters'), matters: Type.Array(Type.String()), basis: Type.String() },
    closed,
  ),
  Type.Object({ kind: Type.Literal('budget'), basis: Type.String() }, closed),
  Type.Object(
    { kind: Type.Literal('attested'), document: Type.String(), documentHash: Type.String() },
    closed,
  ),
]);

const lineSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    pool: Type.String(),
    amount: yuanSchema,
    due: yuanSchema,
    paid: yuanSchema,
    open: yuanSchema,
    before: Type.Union([yuanSchema, Type.Null()], {
      description: 'What the version before decided; null in the first',
    }),
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
          notices: Type.Array(Type.Enum(['levy', 'allocation'] as const)),
        },
        closed,
      ),
    ),
  },
  { $id: 'PoolShares', ...closed },
);

const figureNameSchema = Type.Object({ subject: Type.String(), field: Type.String() }, closed);

export const adjustmentYearSchema = Type.Object(
  {
    ...summaryFields,
    pools: Type.Array(Type.Object({ id: Type.String(), name: bilingualSchema }, closed)),
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
          source: sourceSchema,
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
    snapshotHash: maybeText,
    policy: Type.Union([
      Type.Object({ packHash: Type.String(), adoptedHash: Type.String() }, closed),
      Type.Null(),
    ]),
    run: Type.Union([Type.Object({ id: Type.String(), resultHash: Type.String() }, closed), Type.Null()]),
    lines: Type.Array(lineSchema),
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
export type MatterListBody = Static<typeof matterListSchema>;
export type NewMatterBody = Static<typeof newMatterSchema>;
