import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed, packStatusSchema } from '#contract/common';
import { clauseSchema, readingSchema } from '#contract/explanation';
import { refusalSchema } from '#contract/problem';

const packHeadFields = {
  id: Type.String(),
  name: bilingualSchema,
  places: Type.Array(Type.String(), { description: 'Paths under which a register may carry its place' }),
  status: packStatusSchema,
  hash: Type.String(),
};

export const packListSchema = Type.Object(
  {
    packs: Type.Array(Type.Object(packHeadFields, closed)),
    faulty: Type.Array(Type.Object({ id: Type.String(), refusals: Type.Array(refusalSchema) }, closed), {
      description: 'Packs that cannot be used, with what is wrong with each',
    }),
  },
  { $id: 'PackList', ...closed },
);

const versionSchema = Type.Object(
  {
    from: Type.String(),
    to: Type.Optional(Type.String()),
    figures: Type.Array(Type.Object({ cell: Type.String(), text: Type.String() }, closed), {
      description: 'Cell: axis members joined by /, after low or high for a band; empty without axes',
    }),
    cite: citeSchema,
    reading: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    reliability: Type.Optional(Type.String()),
  },
  closed,
);

const pipelineSchema = Type.Object(
  {
    cite: citeSchema,
    readings: Type.Array(Type.String()),
    steps: Type.Array(
      Type.Object(
        {
          mechanism: Type.String(),
          arguments: Type.Array(
            Type.Object({ name: Type.String(), filledWith: Type.Array(Type.String()) }, closed),
            { description: 'Filled with the name of a value, a clause, or choices of the mechanism' },
          ),
          cite: citeSchema,
          readings: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);

const namedSchema = Type.Object({ id: Type.String(), name: bilingualSchema }, closed);

/** A pack as the policy reader shows it: instruments, clauses, values and readings. */
export const packViewSchema = Type.Object(
  {
    ...packHeadFields,
    extends: Type.Array(Type.String()),
    clauses: Type.Array(clauseSchema),
    values: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          label: bilingualSchema,
          unit: Type.String(),
          kind: Type.String(),
          topic: Type.Optional(
            Type.String({ description: 'The file of values in which it stands, such as contribution' }),
          ),
          versions: Type.Array(versionSchema),
        },
        closed,
      ),
    ),
    readings: Type.Array(readingSchema),
    /** The steps by which money is raised and moved; absent where the pack has none. */
    pipeline: Type.Optional(pipelineSchema),
    /** Lines and stages of supervision; absent where the pack names none. */
    supervision: Type.Optional(
      Type.Object(
        {
          cite: citeSchema,
          stages: Type.Optional(Type.Array(namedSchema)),
          lines: Type.Array(
            Type.Object(
              {
                ...namedSchema.properties,
                kind: Type.Optional(Type.Enum(['joint', 'off_site'] as const)),
                cite: citeSchema,
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** What those below are assessed by; absent where the pack names nothing. */
    assessment: Type.Optional(
      Type.Object(
        {
          cite: citeSchema,
          points: Type.String({ description: 'The value with the highest score of each item' }),
          items: Type.Array(Type.Object({ id: Type.String(), name: bilingualSchema }, closed)),
        },
        closed,
      ),
    ),
  },
  { $id: 'PackView', ...closed },
);

export type PackListBody = Static<typeof packListSchema>;
export type PackViewBody = Static<typeof packViewSchema>;
