import { Type } from 'typebox';
import { closed, yuanSchema } from '#contract/common';

/** An amount with the policy as it is, with a scenario's values, and what the scenario changes. */
export const changeSchema = Type.Object(
  { baseline: yuanSchema, scenario: yuanSchema, difference: yuanSchema },
  {
    description: 'Amounts of the run, of the scenario, and the second less the first',
    ...closed,
  },
);

const maybeText = Type.Union([Type.String(), Type.Null()]);

/** The same of months, which there need not be. */
export const optionalChangeSchema = Type.Object(
  { baseline: maybeText, scenario: maybeText, difference: maybeText },
  { description: 'Months; null where they cannot be reckoned', ...closed },
);
