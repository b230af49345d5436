import { Type, type Static } from 'typebox';
import { closed, yuanSchema } from '#contract/common';

const responsibilityYearSchema = Type.Object(
  {
    id: Type.String({ description: 'Id of the year of adjustment' }),
    year: Type.Integer(),
    version: Type.Integer({ description: 'The last one that was approved' }),
    remitted: yuanSchema,
    paidDown: yuanSchema,
    balance: yuanSchema,
    auditedGap: yuanSchema,
    byCity: yuanSchema,
    byLegacy: yuanSchema,
    byTreasury: yuanSchema,
    sentUp: yuanSchema,
    legacyBefore: yuanSchema,
    legacyAfter: yuanSchema,
  },
  closed,
);

export const responsibilityAccountsSchema = Type.Object(
  {
    accounts: Type.Array(
      Type.Object({ pool: Type.String(), years: Type.Array(responsibilityYearSchema) }, closed),
    ),
  },
  { $id: 'ResponsibilityAccounts', ...closed },
);

export type ResponsibilityAccountsBody = Static<typeof responsibilityAccountsSchema>;
