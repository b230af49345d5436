import { Type, type Static } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';

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

export const idSchema = Type.String({ minLength: 1, maxLength: 100 });
export const instantSchema = Type.String({ format: 'date-time' });
export const departmentSchema = Type.Enum(DEPARTMENT_IDS);
const roleSchema = Type.Enum(ROLE_NAMES);
export const placeSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Path of ids, the province first; it stands for all below it',
  examples: ['yunhai/linjiang'],
});
const passwordSchema = Type.String({ minLength: 1, maxLength: 1000 });
const reasonSchema = Type.String({ minLength: 1, maxLength: 2000 });
export const maybe = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()]);

const person = {
  login: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  department: departmentSchema,
  place: placeSchema,
};

export const peopleQuerySchema = Type.Object(
  {
    ids: Type.String({
      pattern: '^[^,]{1,100}(,[^,]{1,100}){0,99}$',
      description: 'Up to 100 ids as records bear them, parted by commas',
    }),
  },
  closed,
);

export const peopleSchema = Type.Object(
  {
    people: Type.Array(
      Type.Object({ id: idSchema, name: Type.String(), department: departmentSchema }, closed),
    ),
  },
  { $id: 'People', ...closed },
);

export const signInSchema = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 100 }), password: passwordSchema },
  { $id: 'SignIn', ...closed },
);

export const firstAdministratorSchema = Type.Object(
  {
    token: Type.String({
      maxLength: 100,
      description: 'A one-time token that the server printed when it started',
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

const accountFields = {
  userId: Type.String(),
  ...person,
  mustChange: Type.Boolean({ description: 'Nothing but a change of the password is allowed' }),
  grants: Type.Array(heldGrantSchema),
};

/** Who is signed in, and what that person may do at this moment. */
export const whoAmISchema = Type.Object(accountFields, { $id: 'WhoAmI', ...closed });

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

/** Who is signed in, if anyone, and how one may sign in: what the page asks for first. */
export const signInStateSchema = Type.Object(
  {
    account: Type.Union([Type.Object(accountFields, closed), Type.Null()]),
    isSetUpOpen: Type.Boolean({ description: 'Fewer than two administrators are there' }),
    provider: Type.Union([Type.Object({ issuer: Type.String() }, closed), Type.Null()], {
      description: 'The provider of identities (OpenID Connect); null where none is set up',
    }),
  },
  { $id: 'SignInState', ...closed },
);

/** Roles and departments in words: what each may do, who may hold it, and what excludes what. */
export const roleListSchema = Type.Object(
  {
    roles: Type.Array(
      Type.Object(
        {
          id: roleSchema,
          label: bilingualSchema,
          may: bilingualSchema,
          departments: Type.Array(departmentSchema),
          sees: Type.Enum(['own department', 'every department'] as const),
          excludes: Type.Array(roleSchema),
        },
        closed,
      ),
    ),
    departments: Type.Array(
      Type.Object(
        {
          id: departmentSchema,
          label: bilingualSchema,
          matters: Type.Array(bilingualSchema, {
            description: 'What it sees of rows about persons and employers; all see the books of the place',
          }),
        },
        closed,
      ),
    ),
  },
  { $id: 'RoleList', ...closed },
);

export type WhoAmIBody = Static<typeof whoAmISchema>;
export type SignInStateBody = Static<typeof signInStateSchema>;
export type RoleListBody = Static<typeof roleListSchema>;
export type UserListBody = Static<typeof userListSchema>;
export type GrantListBody = Static<typeof grantListSchema>;
export type BreakGlassListBody = Static<typeof breakGlassListSchema>;
