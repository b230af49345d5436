import { Type } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';
import { maybe, placeSchema } from '#contract/identity';

export const daySchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-01-01'] });
export const poolIdSchema = Type.String({ minLength: 1, maxLength: 100, examples: ['linjiang'] });
const poolKindSchema = Type.Enum(['pool', 'fund'] as const, {
  description: 'A pool (统筹区), or an adjustment fund (调剂金) of several',
});

const place = { path: placeSchema, name: bilingualSchema, since: daySchema };

export const placeListSchema = Type.Object(
  {
    places: Type.Array(
      Type.Object(
        {
          ...place,
          level: Type.Enum(['province', 'city', 'county', 'township', 'village'] as const),
          until: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'PlaceList', ...closed },
);

export const newPlaceSchema = Type.Object(place, { $id: 'NewPlace', ...closed });

const pool = {
  id: poolIdSchema,
  kind: poolKindSchema,
  name: bilingualSchema,
  place: placeSchema,
  since: daySchema,
};
const poolSchema = Type.Object(
  { ...pool, fund: maybe(Type.String({ description: 'The adjustment fund that it belongs to' })) },
  closed,
);

export const poolListSchema = Type.Object({ pools: Type.Array(poolSchema) }, { $id: 'PoolList', ...closed });

export const newPoolSchema = Type.Object(pool, { $id: 'NewPool', ...closed });

export const newPoolingSchema = Type.Object(
  {
    place: placeSchema,
    since: daySchema,
    basis: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'Number of the document, or the reason',
    }),
  },
  { $id: 'NewPooling', ...closed },
);

export const newMembershipSchema = Type.Object(
  { fund: poolIdSchema, since: daySchema },
  { $id: 'NewFundMembership', ...closed },
);

const periodSchema = Type.Object(
  {
    place: placeSchema,
    pool: poolIdSchema,
    since: daySchema,
    before: maybe(Type.String({ description: 'First day on which another pool has the place' })),
    basis: Type.String(),
  },
  closed,
);

export const poolHistorySchema = Type.Object(
  {
    pool: poolSchema,
    pooled: Type.Array(periodSchema, { description: 'Which places it pooled, from when until when' }),
    ofPlace: Type.Array(periodSchema, { description: 'Which pools its own place has belonged to' }),
    memberships: Type.Array(
      Type.Object({ pool: poolIdSchema, fund: poolIdSchema, since: daySchema }, closed),
    ),
  },
  { $id: 'PoolHistory', ...closed },
);

/** What was added to the register; it has no number of its own. */
export const recordedSchema = Type.Object({ recorded: Type.Integer() }, { $id: 'Recorded', ...closed });

export const registerFileSchema = Type.Object(
  {
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    csv: Type.String({ minLength: 1, maxLength: 1_000_000 }),
  },
  { $id: 'RegisterFile', ...closed },
);

const countSchema = Type.Integer({ minimum: 0 });

/** How many rows of each kind a file added. */
export const importedRegisterSchema = Type.Object(
  { places: countSchema, pools: countSchema, poolings: countSchema, memberships: countSchema },
  { $id: 'ImportedRegister', ...closed },
);
