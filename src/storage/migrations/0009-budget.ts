import { BUDGET_SCOPE } from '#storage/migrations/0009-budget-scope';
import { BUDGET_TABLES } from '#storage/migrations/0009-budget-tables';
import type { Migration } from '#storage/migrations/migration';

/** Budgets from draft to final account. */
export const migration0009: Migration = { number: 9, name: 'budget', sql: BUDGET_TABLES + BUDGET_SCOPE };
