import { Type } from 'typebox';
import { bilingualSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';

const group = Type.Object(
  {
    scenario: Type.String({ description: '`base` is the pack as it is' }),
    key: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
      description: 'By column; null where the claims do not say',
    }),
    claims: Type.Integer(),
    refused: Type.Integer({ description: 'Claims that could not be priced and are in no sum' }),
    sums: Type.Record(Type.String(), yuanSchema),
  },
  closed,
);

const refusedClaim = Type.Object(
  {
    file: Type.String(),
    row: Type.Integer({ description: 'Counted from 1 in its file' }),
    scenario: Type.String(),
    refusals: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          at: Type.String({ description: 'The field or value' }),
          clause: Type.Optional(Type.String()),
          what: bilingualSchema,
          next: bilingualSchema,
        },
        closed,
      ),
    ),
  },
  closed,
);

/** What `tongchou reprice` prints: sums by group and scenario, and why the first refused claims were refused. */
export const repriceOutputSchema = Type.Object(
  {
    pack: Type.String(),
    formula: Type.String(),
    status: packStatusSchema,
    claims: Type.Integer(),
    groups: Type.Array(group),
    firstRefused: Type.Array(refusedClaim, { description: 'At most 20' }),
    assumptions: Type.Array(Type.Object({ value: Type.String(), reading: Type.String() }, closed)),
  },
  { $id: 'RepriceOutput', title: 'What tongchou reprice prints', ...closed },
);
