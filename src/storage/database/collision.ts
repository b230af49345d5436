import pg from 'pg';

/**
 * Returns what it means to the program that a statement broke a rule of the database: mostly that somebody else was
 * quicker. Undefined for any other error, which is a fault.
 * @param meanings by the name of the constraint, or by the message of a guard that raises without one
 */
export function collisionOf<T>(error: unknown, meanings: Readonly<Record<string, T>>): T | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  const rule = error.constraint ?? error.message;
  return Object.hasOwn(meanings, rule) ? meanings[rule] : undefined;
}
