import { Type, type Static } from 'typebox';
import { closed } from '#contract/common';
import { departmentSchema, idSchema, instantSchema, maybe, placeSchema } from '#contract/identity';

const daySchema = { format: 'date', maxLength: 40, examples: ['2026-01-31'] } as const;

export const accessLogQuery = Type.Object(
  {
    below: Type.Optional(
      Type.String({ pattern: '^[1-9][0-9]{0,17}$', description: 'Entries before this number' }),
    ),
    user: Type.Optional(idSchema),
    place: Type.Optional(placeSchema),
    route: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "A part of the route's address, or a method",
      }),
    ),
    from: Type.Optional(Type.String({ ...daySchema, description: 'From this day in China on' })),
    to: Type.Optional(Type.String({ ...daySchema, description: 'To the end of this day in China' })),
    outcome: Type.Optional(Type.Enum(['refused'] as const)),
  },
  closed,
);

export const accessLogSchema = Type.Object(
  {
    entries: Type.Array(
      Type.Object(
        {
          number: Type.String({ description: 'Grows with each entry' }),
          at: instantSchema,
          requestId: Type.String(),
          userId: maybe(Type.String()),
          department: Type.Union([departmentSchema, Type.Null()]),
          method: Type.String(),
          route: Type.String(),
          place: maybe(Type.String()),
          record: maybe(Type.String()),
          status: Type.Integer(),
          breakGlassId: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'AccessLog', ...closed },
);

export type AccessLogQuery = Static<typeof accessLogQuery>;
export type AccessLogBody = Static<typeof accessLogSchema>;
