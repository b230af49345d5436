import { DEPARTMENT_SIGHT } from '#storage/migrations/0019-department-sight';
import { SPECIAL_ACCOUNT } from '#storage/migrations/0019-special-account';
import { THIRD_PERSON } from '#storage/migrations/0019-third-person';
import type { Migration } from '#storage/migrations/migration';

/** Which department sees what of a place's books, whose hands a year needs, and that nobody overdraws a special account. */
export const migration0019: Migration = {
  number: 19,
  name: 'who sees and does',
  sql: DEPARTMENT_SIGHT + THIRD_PERSON + SPECIAL_ACCOUNT,
};
