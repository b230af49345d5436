import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Scope } from '#domain/identity/account';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';

/**
 * Runs `work` in one transaction whose row security lets it see only the places and departments of the scope (see
 * migration 6 for the policies). The settings end with the transaction, so that a pooled connection carries nothing
 * over; what `work` throws undoes the transaction whole.
 */
export function inScope<T>(
  database: Database,
  scope: Scope,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT ${settingsOf(scope)}`.execute(transaction);
    return work(transaction);
  });
}

/** What states the scope for the rest of a transaction: columns of a SELECT that comes before anything else in it. */
export function settingsOf({ userId, parts }: Scope): RawBuilder<unknown> {
  const text = parts.map(({ place, department }) => `${place}|${department}`).join(',');
  return sql`set_config('tongchou.user', ${userId}, true), set_config('tongchou.scope', ${text}, true)`;
}
