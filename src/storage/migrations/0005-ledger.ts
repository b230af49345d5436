import { LEDGER_KEEPING } from '#storage/migrations/0005-ledger-keeping';
import { LEDGER_POSTING } from '#storage/migrations/0005-ledger-posting';
import { LEDGER_TABLES } from '#storage/migrations/0005-ledger-tables';
import type { Migration } from '#storage/migrations/migration';

/** The ledger in two books: tables that are only ever added to, and the functions that alone add to them. */
export const migration0005: Migration = {
  number: 5,
  name: 'ledger',
  sql: LEDGER_TABLES + LEDGER_POSTING + LEDGER_KEEPING,
};
