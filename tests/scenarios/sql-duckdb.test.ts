import { describe } from 'vitest';
import { runOnDuckDb } from '#tests/support/sql-duckdb';
import { testSqlRules } from '#tests/support/sql-rules';

describe('a formula in SQL on DuckDB', () => {
  testSqlRules(runOnDuckDb);
});
