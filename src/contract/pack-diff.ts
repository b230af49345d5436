import { Type, type Static } from 'typebox';
import { bilingualSchema, closed, packStatusSchema } from '#contract/common';

const REF =
  'The id of a pack, for its present content, or the first digits (six or more) of the hash of a stored version';

export const packDiffQuery = Type.Object(
  {
    from: Type.String({ minLength: 1, maxLength: 100, description: REF }),
    to: Type.String({ minLength: 1, maxLength: 100, description: REF }),
  },
  closed,
);

const endSchema = Type.Object(
  { id: Type.String(), name: bilingualSchema, status: packStatusSchema, hash: Type.String() },
  closed,
);

const maybeText = Type.Union([Type.String(), Type.Null()], {
  description: 'Null on the side that does not have it',
});

const changeSchema = Type.Object(
  {
    id: Type.String({ description: 'Of the clause, reading or pool; name of the value; mechanism' }),
    change: Type.Enum(['added', 'removed', 'changed'] as const),
    label: Type.Optional(bilingualSchema),
    fields: Type.Array(
      Type.Object(
        {
          field: Type.String({ examples: ['versions/2024-01-01/cells/employee', 'paraphrase/zh'] }),
          label: bilingualSchema,
          from: maybeText,
          to: maybeText,
        },
        closed,
      ),
    ),
  },
  closed,
);

/** What differs between two versions of a pack or the packs of two places; only sections that differ. */
export const packDiffSchema = Type.Object(
  {
    from: endSchema,
    to: endSchema,
    sections: Type.Array(
      Type.Object(
        {
          section: Type.Enum([
            'pack',
            'instruments',
            'clauses',
            'values',
            'statistics',
            'readings',
            'axes',
            'pools',
            'pipeline',
            'other',
          ] as const),
          label: bilingualSchema,
          changes: Type.Array(changeSchema),
        },
        closed,
      ),
    ),
  },
  { $id: 'PackDiff', ...closed },
);

export type PackDiffBody = Static<typeof packDiffSchema>;
