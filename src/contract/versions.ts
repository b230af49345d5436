import { Type, type Static } from 'typebox';
import { bilingualSchema, closed, packStatusSchema } from '#contract/common';

const hashSchema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: "The hash of the version's content",
});
const daySchema = Type.String({ format: 'date', examples: ['2026-01-01'] });

const noteField = {
  note: Type.String({ maxLength: 2000, description: 'Reason, number of the document; may be empty' }),
};

/** Submitting the present content of a pack: `hash` is what the person has seen of it. */
export const submitVersionSchema = Type.Object(
  { hash: hashSchema, ...noteField },
  { $id: 'SubmitVersion', ...closed },
);

/** One step of a submitted version, by the person who is signed in. */
export const versionStepSchema = Type.Object(
  {
    step: Type.Enum(['check', 'approve', 'put_in_force', 'withdraw'] as const),
    ...noteField,
    from: Type.Optional(
      Type.String({
        ...daySchema,
        maxLength: 40,
        description:
          'First day in force; to withdraw what is in force: the first day on which it no longer holds',
      }),
    ),
  },
  { $id: 'VersionStep', ...closed },
);

export const versionParams = Type.Object({ id: Type.String({ minLength: 1 }), hash: hashSchema });

/** Both times: the day for which to tell what is in force, and the day whose knowledge counts; days in China. */
export const versionTimesSchema = Type.Object(
  {
    on: Type.Optional(Type.String({ ...daySchema, description: 'Today without it' })),
    knownOn: Type.Optional(Type.String({ ...daySchema, description: 'All that is recorded without it' })),
  },
  closed,
);

const eventSchema = Type.Object(
  {
    sequence: Type.Integer({ description: 'Its place among the events of the pack, from 1 without gaps' }),
    event: Type.Enum([
      'submitted',
      'checked',
      'approved',
      'put_in_force',
      'superseded',
      'withdrawn',
    ] as const),
    actor: Type.String({
      description: 'Name and login name of who was signed in; on the command line the name that was declared',
    }),
    at: Type.String({ format: 'date-time', description: 'Knowledge time' }),
    effectiveFrom: Type.Union([daySchema, Type.Null()], {
      description: 'Effective time: the first day on which it holds, or no longer holds',
    }),
    note: Type.String(),
    casesHash: Type.Union([Type.String(), Type.Null()], {
      description: 'Of a check: SHA-256 of the worked cases that held; null where none was kept',
    }),
  },
  closed,
);

const versionSchema = Type.Object(
  {
    hash: hashSchema,
    state: Type.Enum(['draft', 'checked', 'approved', 'in_force', 'superseded', 'withdrawn'] as const),
    from: Type.Optional(daySchema),
    until: Type.Optional(daySchema),
    supersededBy: Type.Optional(hashSchema),
    isInForce: Type.Boolean({ description: 'On the day asked for' }),
    next: Type.Array(Type.Enum(['check', 'approve', 'put_in_force', 'withdraw'] as const), {
      description: 'Steps that its state allows; other rules may still refuse them',
    }),
    events: Type.Array(eventSchema),
  },
  closed,
);

/** A place's pack: its files as they are now, and every submitted version, the latest first. */
export const placeVersionsSchema = Type.Object(
  {
    packId: Type.String(),
    present: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          name: bilingualSchema,
          places: Type.Array(Type.String(), {
            description:
              'Paths under which a register may carry its place; policy roles are held at one, or above',
          }),
          status: packStatusSchema,
          hash: hashSchema,
          draftParts: Type.Array(Type.String(), {
            description: 'What of it is a consultation draft and keeps it from going in force (R-7)',
          }),
        },
        { description: "The content of the pack's files; absent where they are gone or faulty", ...closed },
      ),
    ),
    inForce: Type.Optional(hashSchema),
    versions: Type.Array(versionSchema),
  },
  closed,
);

export const versionListSchema = Type.Object(
  { places: Type.Array(placeVersionsSchema) },
  { $id: 'VersionList', ...closed },
);

/** What a step recorded: its event, and that of the version which it superseded. */
export const recordedStepSchema = Type.Object(
  { events: Type.Array(Type.Object({ packHash: hashSchema, ...eventSchema.properties }, closed)) },
  { $id: 'RecordedStep', ...closed },
);

export type PlaceVersionsBody = Static<typeof placeVersionsSchema>;
export type VersionListBody = Static<typeof versionListSchema>;
export type RecordedStepBody = Static<typeof recordedStepSchema>;
export type SubmitVersionBody = Static<typeof submitVersionSchema>;
export type VersionStepBody = Static<typeof versionStepSchema>;
