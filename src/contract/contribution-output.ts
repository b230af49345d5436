import { Type } from 'typebox';
import { citeSchema, closed, yuanSchema } from '#contract/common';

/** A line out of `tongchou contribute`: employer + employee + subsidy + aidPaid = toAccount + toPool. */
export const contributionOutputSchema = Type.Object(
  {
    id: Type.String(),
    base: yuanSchema,
    employer: yuanSchema,
    employee: yuanSchema,
    subsidy: yuanSchema,
    aidPaid: yuanSchema,
    toAccount: yuanSchema,
    toPool: yuanSchema,
    cite: citeSchema,
  },
  { $id: 'ContributionOutput', title: 'A line out of tongchou contribute', ...closed },
);
