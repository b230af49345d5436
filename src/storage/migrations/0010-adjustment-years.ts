import { ADJUSTMENT_YEAR_SCOPE } from '#storage/migrations/0010-adjustment-year-scope';
import { ADJUSTMENT_YEAR_TABLES } from '#storage/migrations/0010-adjustment-year-tables';
import type { Migration } from '#storage/migrations/migration';

/** The annual adjustment as a workflow: years, their figures, steps and postings, and what is decided for them. */
export const migration0010: Migration = {
  number: 10,
  name: 'adjustment-years',
  sql: ADJUSTMENT_YEAR_TABLES + ADJUSTMENT_YEAR_SCOPE,
};
