import { Type, type Static } from 'typebox';
import { closed } from '#contract/common';
import { instantSchema, maybe } from '#contract/identity';

const reasonSchema = Type.String({ minLength: 1, maxLength: 2000 });

export const providerSignInSchema = Type.Object(
  { address: Type.String({ description: 'Where to send the browser' }) },
  { $id: 'ProviderSignIn', ...closed },
);

export const providerAnswerSchema = Type.Object(
  {
    query: Type.String({
      maxLength: 8000,
      description: 'The query with which the provider sent the browser back, without its question mark',
    }),
  },
  { $id: 'ProviderAnswer', ...closed },
);

export const signedOutSchema = Type.Object(
  {
    providerAddress: maybe(
      Type.String({ description: "Where the browser ends the provider's own session; null for none" }),
    ),
  },
  { $id: 'SignedOut', ...closed },
);

export const bindingRequestSchema = Type.Object(
  {
    subject: Type.String({ maxLength: 255, description: "The person's identifier at the provider (sub)" }),
    reason: reasonSchema,
  },
  { $id: 'BindingRequest', ...closed },
);

export const bindingListSchema = Type.Object(
  {
    bindings: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          userId: Type.String(),
          issuer: Type.String(),
          subject: Type.String(),
          reason: Type.String(),
          requestedBy: Type.String(),
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
  { $id: 'BindingList', ...closed },
);

export type BindingListBody = Static<typeof bindingListSchema>;
