import pg from 'pg';

/** SQL state of a key that is there already. */
const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because another has taken the key of this constraint. */
export function isCollision(error: unknown, constraint: string): boolean {
  return (
    error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && error.constraint === constraint
  );
}
