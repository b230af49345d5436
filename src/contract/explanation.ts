import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed, packStatusSchema } from '#contract/common';

const nodeValueSchema = Type.Union([
  Type.Object({ kind: Type.Literal('fen'), amount: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('rate'), rate: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('number'), number: Type.String(), unit: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('truth'), holds: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('choice'), choice: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('none') }, closed),
]);

/** One explained figure; `inputs` are ids of other nodes. */
export const explainedNodeSchema = Type.Object(
  {
    id: Type.String(),
    label: bilingualSchema,
    value: nodeValueSchema,
    formula: Type.Optional(bilingualSchema),
    notChosen: Type.Optional(
      Type.Array(bilingualSchema, {
        description: 'Why it is not another figure: conditions that did not hold, with the figures in them',
      }),
    ),
    cite: citeSchema,
    readings: Type.Array(Type.String()),
    assumptions: Type.Array(Type.String()),
    inputs: Type.Array(Type.String()),
    /** Of a given figure: published or synthetic, and where it comes from. */
    provenance: Type.Optional(
      Type.Object(
        { origin: Type.Enum(['published', 'synthetic', 'given'] as const), basis: Type.String() },
        closed,
      ),
    ),
  },
  { $id: 'ExplainedNode', ...closed },
);

/** A clause as the reader shows it: our paraphrase, with the document and article it stands in. */
export const clauseSchema = Type.Object(
  {
    id: Type.String(),
    instrument: Type.Object(
      {
        id: Type.String(),
        number: Type.Optional(Type.String()),
        title: bilingualSchema,
        issuer: bilingualSchema,
        status: packStatusSchema,
      },
      closed,
    ),
    article: bilingualSchema,
    kind: Type.String(),
    paraphrase: bilingualSchema,
    open: Type.Optional(bilingualSchema),
  },
  { $id: 'Clause', ...closed },
);

export const readingSchema = Type.Object(
  {
    id: Type.String(),
    clauses: citeSchema,
    reading: bilingualSchema,
    alternatives: Type.Array(bilingualSchema),
  },
  { $id: 'Reading', ...closed },
);

/** The explanation of one figure: its node, all nodes below it, and the sources that these cite. */
export const figureExplanationSchema = Type.Object(
  {
    figure: Type.String(),
    nodes: Type.Array(explainedNodeSchema),
    clauses: Type.Array(clauseSchema),
    readings: Type.Array(readingSchema),
  },
  { $id: 'FigureExplanation', ...closed },
);

export type FigureExplanationBody = Static<typeof figureExplanationSchema>;
