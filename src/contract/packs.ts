import { Type, type Static } from 'typebox';
import { bilingualSchema, citeSchema, closed, packStatusSchema } from '#contract/common';
import { clauseSchema, readingSchema } from '#contract/explanation';
import { refusalSchema } from '#contract/problem';

const packHeadFields = {
  id: Type.String(),
  name: bilingualSchema,
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
          versions: Type.Array(versionSchema),
        },
        closed,
      ),
    ),
    readings: Type.Array(readingSchema),
  },
  { $id: 'PackView', ...closed },
);

export type PackListBody = Static<typeof packListSchema>;
export type PackViewBody = Static<typeof packViewSchema>;
