import { Type, type Static } from 'typebox';
import {
  textSchema,
  noteSchema,
  insuranceTypeSchema,
  yearNumberSchema,
  maybeText,
  documentFields,
} from '#contract/adjustment-year-fields';
import { citeSchema, closed, yuanSchema } from '#contract/common';

const matterKinds = ['emergency', 'adoption', 'handover', 'assessment', 'remittance', 'funding'] as const;

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
    approval: Type.Optional(
      Type.String({ description: 'Ledger request to free what a corrected handover marked too much' }),
    ),
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

const CORRECTS =
  'Id of the granted matter of the same kind, pool and year that this one replaces once granted';

export const newMatterSchema = Type.Object(
  {
    ...matterFields,
    pack: textSchema(100),
    content: askedContentSchema,
    corrects: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: CORRECTS })),
    ...documentFields,
  },
  { $id: 'NewAdjustmentMatter', ...closed },
);

export const matterDecisionSchema = Type.Object(
  {
    decision: Type.Enum(['granted', 'refused'] as const),
    granted: Type.Optional(
      Type.String({
        format: 'yuan',
        description: 'Of an emergency, remittance or funding; all of it if left out',
      }),
    ),
    note: Type.Optional(noteSchema),
  },
  { $id: 'AdjustmentMatterDecision', ...closed },
);

const standingSchema = Type.Object(
  {
    through: Type.String({
      description: 'Last month of the books that counts; flows are carried on to twelve',
    }),
    levy: Type.String(),
    balanceAfterLevy: Type.String(),
    months: maybeText,
    targetMonths: maybeText,
    shortage: Type.String({ description: 'What the balance after the levy lacks to the target, in yuan' }),
  },
  {
    description: 'How the pool of a waiting emergency application stands by its books (JX-2.3.2)',
    ...closed,
  },
);

export const matterSchema = Type.Object(
  {
    id: Type.String(),
    ...matterFields,
    packId: Type.String(),
    content: matterContentSchema,
    document: Type.String(),
    documentHash: Type.String(),
    note: Type.String(),
    corrects: Type.Union([Type.String(), Type.Null()], { description: CORRECTS }),
    requestedBy: Type.String(),
    requestedAt: Type.String(),
    decision: Type.Union([Type.Enum(['granted', 'refused'] as const), Type.Null()]),
    granted: maybeText,
    decidedBy: maybeText,
    decidedAt: maybeText,
    decisionNote: maybeText,
    event: Type.Union([Type.String(), Type.Null()], { description: 'Ledger event that the decision posted' }),
    standing: Type.Union([standingSchema, Type.Null()]),
    decidingPlace: Type.String({ description: "The fund's place: who checks there decides" }),
  },
  { $id: 'AdjustmentMatter', ...closed },
);

export const matterListSchema = Type.Object(
  { matters: Type.Array(matterSchema) },
  { $id: 'AdjustmentMatterList', ...closed },
);

export type MatterListBody = Static<typeof matterListSchema>;
export type NewMatterBody = Static<typeof newMatterSchema>;
