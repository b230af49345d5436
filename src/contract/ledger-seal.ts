import { Type } from 'typebox';
import { bilingualSchema, closed } from '#contract/common';
import { instantSchema, placeSchema } from '#contract/identity';

const head = {
  number: Type.String(),
  lastNumber: Type.String({ description: 'Number of the last row that it seals' }),
  mac: Type.String({ description: 'Hex' }),
};

const verificationFields = {
  at: instantSchema,
  by: Type.String({ description: 'User id, or machine' }),
  head: Type.Union([Type.Object(head, closed), Type.Null()], {
    description: 'The last block that was proved; null where nothing was sealed',
  }),
  isSound: Type.Boolean({ description: 'No check found anything wrong' }),
  unsealed: Type.String({ description: 'Rows of every place that no block sealed yet' }),
  checks: Type.Array(
    Type.Object(
      {
        name: Type.String(),
        title: bilingualSchema,
        checked: Type.String(),
        wrong: Type.String(),
        unproved: Type.String({ description: 'Not judged, for want of a key' }),
      },
      closed,
    ),
    {
      description: 'Figures alone: what is wrong may lie in another place, and is told by `tongchou verify`',
    },
  ),
};

export const ledgerVerificationSchema = Type.Object(verificationFields, {
  $id: 'LedgerVerification',
  ...closed,
});

export const verificationListSchema = Type.Object(
  { verifications: Type.Array(Type.Object(verificationFields, closed)) },
  { $id: 'VerificationList', ...closed },
);

export const ledgerSealSchema = Type.Object(
  {
    head: Type.Union([Type.Object({ ...head, sealedAt: instantSchema }, closed), Type.Null()], {
      description: 'The last block of the chain; null before the first',
    }),
    unsealed: Type.String({ description: 'Events of the own places that no block seals yet' }),
    isRunning: Type.Boolean({ description: 'A verification is being made' }),
    bundle: Type.Enum(['whole', 'part', 'none'], {
      description: 'What the audit bundle would hold: the whole register, the own places, or nothing',
    }),
    last: Type.Union([Type.Object(verificationFields, closed), Type.Null()], {
      description: 'The last verification; null before the first',
    }),
  },
  { $id: 'LedgerSeal', ...closed },
);

export const auditBundleQuerySchema = Type.Object(
  { place: Type.Optional({ ...placeSchema, description: 'The pools there and below alone' }) },
  closed,
);
