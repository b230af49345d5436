import type { Transaction } from 'kysely';
import type { Scope } from '#domain/identity/account';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { withRetry } from '#storage/database/with-retry';
import { inScope } from '#storage/identity/in-scope';

/**
 * Runs `work`, which writes, in one transaction of a scope, and once more where the server undid it for the sake of
 * another: a deadlock is nobody's fault and no fault of the program. What `work` throws undoes everything.
 */
export function transact<T>(
  database: Database,
  scope: Scope,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return withRetry(() => inScope(database, scope, work));
}
