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

export const matterSchema = Type.Object(
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

export type MatterListBody = Static<typeof matterListSchema>;
export type NewMatterBody = Static<typeof newMatterSchema>;
