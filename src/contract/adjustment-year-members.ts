import { Type } from 'typebox';
import { bilingualSchema, closed, yuanSchema } from '#contract/common';

const named = { id: Type.String(), name: bilingualSchema };

export const namedPoolsSchema = Type.Array(Type.Object(named, closed));

export const memberDifferenceSchema = Type.Union(
  [
    Type.Object(
      {
        absent: namedPoolsSchema,
        unlisted: namedPoolsSchema,
        bookless: namedPoolsSchema,
        note: Type.String(),
      },
      closed,
    ),
    Type.Null(),
  ],
  {
    description:
      'Pools that the policy lists and the fund lacked when the year was opened, or the reverse; listed members without books',
  },
);

export const leftOutSchema = Type.Array(
  Type.Object({ ...named, reason: Type.Enum(['other_type', 'no_books'] as const) }, closed),
  {
    description:
      'Members that are no pools of this year: by the policy they are of another insurance type, or they keep no books of it',
  },
);

export const unpaidSchema = Type.Array(Type.Object({ pool: Type.String(), amount: yuanSchema }, closed), {
  description: "What pools had settled and not paid at the year's end; for information, it is in no figure",
});
