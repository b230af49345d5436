import { Type, type Static } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';

export const refusalSchema = Type.Object(
  {
    code: Type.String({ description: 'Stable code of the refusal' }),
    at: Type.String({ description: 'Where in the input' }),
    clause: Type.Optional(Type.String()),
    what: bilingualSchema,
    next: bilingualSchema,
  },
  { $id: 'Refusal', ...closed },
);

/** RFC 9457 problem details; `refusals` tells each fault with its place and what to do. */
export const problemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    refusals: Type.Array(refusalSchema),
  },
  { $id: 'Problem', ...closed },
);

export type Problem = Static<typeof problemSchema>;
