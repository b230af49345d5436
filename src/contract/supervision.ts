import { Type, type Static } from 'typebox';
import { closed, yuanSchema } from '#contract/common';
import { departmentSchema, instantSchema, maybe, placeSchema } from '#contract/identity';
import { insuranceTypeSchema, numberSchema } from '#contract/ledger';
import { daySchema, poolIdSchema } from '#contract/places';

const text = (maxLength: number): ReturnType<typeof Type.String> => Type.String({ minLength: 1, maxLength });
const noteSchema = Type.String({ maxLength: 2000 });
const document = {
  document: Type.String({ minLength: 1, maxLength: 400, description: 'Number or title of the document' }),
  documentHash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the document' }),
};
const yearSchema = Type.Integer({ minimum: 1000, maximum: 9999, description: 'The fund year it is about' });

const opened = {
  place: Type.String({ minLength: 1, maxLength: 200, description: "The pool's place" }),
  pool: poolIdSchema,
  insuranceType: insuranceTypeSchema,
  year: yearSchema,
  line: Type.String({ minLength: 1, maxLength: 60, description: 'A line that the policy names' }),
  openedOn: daySchema,
  departments: Type.Array(departmentSchema, {
    minItems: 1,
    maxItems: 6,
    description: 'Who takes part, the own department among them; two at least on a joint line',
  }),
  examinedKind: Type.Enum(['institution', 'employer', 'agency', 'government'] as const),
  examinedCode: Type.String({ minLength: 1, maxLength: 40, description: 'Of the body; never of a person' }),
  ...document,
};

export const newCaseSchema = Type.Object(
  {
    ...opened,
    pack: text(100),
    stage: Type.Optional(Type.String({ maxLength: 60, description: 'Where the policy names stages' })),
    offSite: Type.Optional(
      Type.String({
        maxLength: 200,
        description:
          'The other pool of an off-site line, by its place or id; outside-of-fund for a place outside of the fund',
      }),
    ),
    note: Type.Optional(noteSchema),
  },
  { $id: 'NewSupervisionCase', ...closed },
);

const referralSchema = Type.Object({ to: Type.Enum(['police', 'discipline'] as const), ...document }, closed);

export const newFindingSchema = Type.Object(
  {
    what: text(2000),
    clause: Type.String({ minLength: 1, maxLength: 60, description: 'That was breached' }),
    amount: Type.String({ format: 'yuan', description: 'To be returned to the fund' }),
    referral: Type.Optional(referralSchema),
  },
  { $id: 'NewSupervisionFinding', ...closed },
);

const returnFields = { event: numberSchema, amount: yuanSchema };

export const newReportSchema = Type.Object(
  {
    returns: Type.Array(Type.Object(returnFields, closed), {
      maxItems: 100,
      description: 'Events by which money was recovered, and what of each counts for the finding',
    }),
    loss: Type.String({ format: 'yuan', description: 'What nobody returns' }),
    ...document,
    note: Type.Optional(noteSchema),
  },
  { $id: 'NewRectification', ...closed },
);

export const reportDecisionSchema = Type.Object(
  { decision: Type.Enum(['confirmed', 'refused'] as const), note: Type.Optional(noteSchema) },
  { $id: 'RectificationDecision', ...closed },
);

const money = {
  found: yuanSchema,
  returned: yuanSchema,
  loss: yuanSchema,
  open: Type.String({ format: 'yuan', description: 'Found less returned and lost' }),
};

const reportSchema = Type.Object(
  {
    number: numberSchema,
    returns: Type.Array(
      Type.Object(
        {
          ...returnFields,
          stands: Type.Boolean({ description: 'False once the ledger took the event back' }),
        },
        closed,
      ),
    ),
    loss: yuanSchema,
    ...document,
    note: Type.String(),
    reportedBy: Type.String(),
    reportedAt: instantSchema,
    decision: Type.Union([Type.Enum(['confirmed', 'refused'] as const), Type.Null()]),
    decidedBy: maybe(Type.String()),
    decidedAt: maybe(instantSchema),
    decisionNote: maybe(Type.String()),
  },
  closed,
);

const findingSchema = Type.Object(
  {
    number: numberSchema,
    what: Type.String(),
    clause: Type.String(),
    referral: Type.Union([referralSchema, Type.Null()]),
    foundBy: Type.String(),
    foundAt: instantSchema,
    ...money,
    isSettled: Type.Boolean({ description: 'Rectified or settled as loss, and confirmed' }),
    reports: Type.Array(reportSchema),
  },
  closed,
);

const caseFields = {
  number: numberSchema,
  ...opened,
  packId: Type.String(),
  stage: maybe(Type.String()),
  offSite: maybe(placeSchema),
  note: Type.String(),
  openedBy: Type.String(),
  openedAt: instantSchema,
  closedBy: maybe(Type.String()),
  closedAt: maybe(instantSchema),
  decidingPlace: Type.String({ description: 'Who checks there confirms what is reported' }),
  state: Type.Enum(['open', 'rectifying', 'rectified', 'closed'] as const),
  ...money,
  findings: Type.Array(findingSchema),
};

export const caseSchema = Type.Object(caseFields, { $id: 'SupervisionCase', ...closed });

export const caseListSchema = Type.Object(
  { cases: Type.Array(caseSchema) },
  { $id: 'SupervisionCaseList', ...closed },
);

const counts = { cases: Type.Integer(), findings: Type.Integer(), referred: Type.Integer(), ...money };

export const supervisionSummarySchema = Type.Object(
  {
    year: Type.Integer(),
    rows: Type.Array(
      Type.Object({ packId: Type.String(), line: Type.String(), pool: Type.String(), ...counts }, closed),
    ),
    total: Type.Object(counts, closed),
  },
  { $id: 'SupervisionSummary', ...closed },
);

export const recordedNumberSchema = Type.Object(
  { number: numberSchema },
  { $id: 'RecordedNumber', ...closed },
);

export const supervisionYearQuery = Type.Object(
  { year: Type.String({ pattern: '^[1-9]\\d{3}$', examples: ['2026'] }) },
  closed,
);

export const recordParams = Type.Object({ number: Type.String({ pattern: '^[1-9][0-9]{0,17}$' }) });

export type NewFindingBody = Static<typeof newFindingSchema>;
export type NewReportBody = Static<typeof newReportSchema>;
export type NewCaseBody = Static<typeof newCaseSchema>;
export type CaseListBody = Static<typeof caseListSchema>;
export type CaseBody = Static<typeof caseSchema>;
export type SupervisionSummaryBody = Static<typeof supervisionSummarySchema>;
