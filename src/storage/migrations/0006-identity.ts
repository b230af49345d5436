import { IDENTITY_SCOPE } from '#storage/migrations/0006-identity-scope';
import { IDENTITY_SESSIONS } from '#storage/migrations/0006-identity-sessions';
import { IDENTITY_TABLES } from '#storage/migrations/0006-identity-tables';
import type { Migration } from '#storage/migrations/migration';

/** Who may sign in, what each may see, and what each did. */
export const migration0006: Migration = {
  number: 6,
  name: 'identity',
  sql: IDENTITY_TABLES + IDENTITY_SCOPE + IDENTITY_SESSIONS,
};
