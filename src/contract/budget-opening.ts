import { Type } from 'typebox';
import { closed, yuanSchema } from '#contract/common';

/** What the books hold where a budget's year begins. */
export const heldOpeningSchema = Type.Union([
  Type.Object(
    {
      amount: yuanSchema,
      basis: Type.Enum(['closed_year', 'open_year', 'taken_in'] as const, {
        description:
          'Year before closed, still open, or balances taken in where the books begin with the year',
      }),
      closedThrough: Type.Union([Type.String(), Type.Null()]),
    },
    { ...closed, description: 'What the books hold where the year begins; null without books' },
  ),
  Type.Null(),
]);

/** Opening balances of a draft beside the books. */
export const openingsSchema = Type.Array(
  Type.Object(
    {
      part: Type.Enum(['pooled', 'account'] as const),
      amount: yuanSchema,
      held: heldOpeningSchema,
      difference: Type.Union([yuanSchema, Type.Null()]),
    },
    closed,
  ),
);
