import { Type } from 'typebox';
import { closed } from '#contract/common';

export const DEPARTMENT_IDS = ['health_insurance', 'finance', 'tax', 'health', 'audit', 'data'] as const;

export const ROLE_NAMES = [
  'administrator',
  'auditor',
  'policy_maker',
  'policy_checker',
  'fund_maker',
  'fund_checker',
  'budget_maker',
  'budget_checker',
  'reconciliation_maker',
  'reconciliation_checker',
  'reader',
] as const;

const idSchema = Type.String({ minLength: 1, maxLength: 100 });
const instantSchema = Type.String({ format: 'date-time' });
const departmentSchema = Type.Enum(DEPARTMENT_IDS);
const roleSchema = Type.Enum(ROLE_NAMES);
const placeSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Path of ids, the province first; it stands for all below it',
  examples: ['yunhai/linjiang'],
});
const passwordSchema = Type.String({ minLength: 1, maxLength: 1000 });
const reasonSchema = Type.String({ minLength: 1, maxLength: 2000 });
const maybe = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()]);

const person = {
  login: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  department: departmentSchema,
  place: placeSchema,
};

export const signInSchema = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 100 }), password: passwordSchema },
  { $id: 'SignIn', ...closed },
);

export const firstAdministratorSchema = Type.Object(
  {
    token: Type.String({
      maxLength: 100,
      description: 'The one-time token that the server printed when it started',
    }),
    ...person,
    password: passwordSchema,
  },
  { $id: 'FirstAdministrator', ...closed },
);

export const firstAdministratorMadeSchema = Type.Object({ login: Type.String() }, closed);

const heldGrantSchema = Type.Object(
  {
    role: roleSchema,
    place: placeSchema,
    breakGlass: Type.Union([Type.String(), Type.Null()], {
      description: 'The emergency access that gives it; null for a lasting grant',
    }),
  },
  closed,
);

/** Who is signed in, and what that person may do at this moment. */
export const whoAmISchema = Type.Object(
  {
    userId: Type.String(),
    ...person,
    mustChange: Type.Boolean({ description: 'Nothing but a change of the password is allowed' }),
    grants: Type.Array(heldGrantSchema),
  },
  { $id: 'WhoAmI', ...closed },
);

export const sessionSchema = Type.Object({ until: instantSchema }, { $id: 'Session', ...closed });

export const passwordChangeSchema = Type.Object(
  { present: passwordSchema, password: passwordSchema },
  { $id: 'PasswordChange', ...closed },
);

export const newUserSchema = Type.Object(person, { $id: 'NewUser', ...closed });

export const initialPasswordSchema = Type.Object(
  {
    id: Type.String(),
    initialPassword: Type.String({ description: 'Told once; its user replaces it at the first sign-in' }),
  },
  { $id: 'InitialPassword', ...closed },
);

export const reasonGivenSchema = Type.Object({ reason: reasonSchema }, { $id: 'ReasonGiven', ...closed });

export const userListSchema = Type.Object(
  {
    users: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          ...person,
          createdBy: maybe(Type.String()),
          createdAt: instantSchema,
          endedAt: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'UserList', ...closed },
);

export const grantRequestSchema = Type.Object(
  { userId: idSchema, role: roleSchema, place: placeSchema, reason: reasonSchema },
  { $id: 'GrantRequest', ...closed },
);

export const grantDecisionSchema = Type.Object(
  { decision: Type.Enum(['confirmed', 'refused'] as const) },
  { $id: 'GrantDecision', ...closed },
);

export const recordedIdSchema = Type.Object({ id: Type.String() }, { $id: 'RecordedId', ...closed });

export const grantListSchema = Type.Object(
  {
    grants: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          userId: Type.String(),
          role: roleSchema,
          place: placeSchema,
          reason: Type.String(),
          requestedBy: maybe(Type.String({ description: 'A user id; null for the first set-up' })),
          requestedAt: instantSchema,
          state: Type.Enum(['requested', 'confirmed', 'refused', 'ended'] as const),
          decidedBy: maybe(Type.String()),
          decidedAt: maybe(Type.String()),
          endedBy: maybe(Type.String()),
          endedAt: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'GrantList', ...closed },
);

export const breakGlassRequestSchema = Type.Object(
  { role: roleSchema, place: placeSchema, hours: Type.Integer({ minimum: 1 }), reason: reasonSchema },
  { $id: 'BreakGlassRequest', ...closed },
);

export const breakGlassTakenSchema = Type.Object({ id: Type.String(), until: instantSchema }, closed);

export const breakGlassReviewSchema = Type.Object(
  { finding: Type.Enum(['justified', 'unjustified'] as const), note: reasonSchema },
  { $id: 'BreakGlassReview', ...closed },
);

export const breakGlassListSchema = Type.Object(
  {
    accesses: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          userId: Type.String(),
          role: roleSchema,
          place: placeSchema,
          department: departmentSchema,
          reason: Type.String(),
          startedAt: instantSchema,
          until: instantSchema,
          reviewedBy: maybe(Type.String()),
          reviewedAt: maybe(Type.String()),
          finding: Type.Union([Type.Enum(['justified', 'unjustified'] as const), Type.Null()]),
          note: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  { $id: 'BreakGlassList', ...closed },
);

export const accessLogQuery = Type.Object(
  {
    below: Type.Optional(
      Type.String({ pattern: '^[1-9][0-9]{0,17}$', description: 'Entries before this number' }),
    ),
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
