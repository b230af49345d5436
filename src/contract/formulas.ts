import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed } from '#contract/common';

const formulaStepSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['input', 'value', 'reckoned', 'output']),
    label: bilingualSchema,
    prose: Type.Optional(bilingualSchema),
    cite: citeSchema,
    readings: Type.Array(Type.String()),
    inputs: Type.Array(Type.String(), { description: 'Ids of the steps that it is reckoned from' }),
  },
  closed,
);

/** The row formulas of a pack in words, with a picture of each graph. */
export const packFormulasSchema = Type.Object(
  {
    formulas: Type.Array(
      Type.Object(
        {
          kind: Type.String(),
          id: Type.String(),
          firstYear: Type.Integer(),
          steps: Type.Array(formulaStepSchema),
          picture: Type.Object(
            { zh: Type.String(), en: Type.String() },
            { ...closed, description: 'The graph as an SVG picture in each language' },
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'PackFormulas', ...closed },
);

export type PackFormulasBody = Static<typeof packFormulasSchema>;
