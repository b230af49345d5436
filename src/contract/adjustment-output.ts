import { Type, type Static } from 'typebox';
import { citeSchema, closed, packStatusSchema, yuanSchema } from '#contract/common';

/** Output of `tongchou adjust`, to the letter of the command contract. */
export const adjustmentOutputSchema = Type.Object(
  {
    pack: Type.String(),
    packHash: Type.String(),
    status: packStatusSchema,
    year: Type.Integer(),
    scheme: Type.String(),
    assumptions: Type.Array(Type.Object({ value: Type.String(), reading: Type.String() }, closed)),
    levies: Type.Array(
      Type.Object(
        { pool: Type.String(), base: yuanSchema, rate: Type.String(), amount: yuanSchema, cite: citeSchema },
        closed,
      ),
    ),
    allocations: Type.Array(
      Type.Object(
        { stage: Type.String(), pool: Type.String(), amount: yuanSchema, cite: citeSchema },
        closed,
      ),
    ),
    refusals: Type.Array(
      Type.Object({ pool: Type.String(), condition: Type.String(), cite: citeSchema }, closed),
    ),
    burdens: Type.Array(
      Type.Object(
        { pool: Type.String(), bearer: Type.String(), amount: yuanSchema, cite: citeSchema },
        closed,
      ),
    ),
    fund: Type.Object(
      { inflow: yuanSchema, outflow: yuanSchema, reserve: yuanSchema, closingBalance: yuanSchema },
      closed,
    ),
    pools: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          balanceBefore: yuanSchema,
          levy: yuanSchema,
          received: yuanSchema,
          balanceAfter: yuanSchema,
          monthsAfter: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  { $id: 'AdjustmentOutput', title: 'Output of tongchou adjust', ...closed },
);

export type AdjustmentOutputBody = Static<typeof adjustmentOutputSchema>;
