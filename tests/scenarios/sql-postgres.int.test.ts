import { describe, inject } from 'vitest';
import { present } from '#kernel/assert';
import { runOnPostgres } from '#tests/support/sql-postgres';
import { testSqlRules } from '#tests/support/sql-rules';

const serverUrl = inject('databaseUrl');

describe.skipIf(serverUrl === undefined)('a formula in SQL on PostgreSQL', () => {
  testSqlRules((plan, rows) => runOnPostgres(present(serverUrl, 'a server'), plan, rows));
});
