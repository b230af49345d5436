import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Deadlock found and serialisation failed: undone whole by the server, right when done again. */
const TRANSIENT = ['40P01', '40001'];
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 5;

/** Repeats a whole transaction that the server undid for the sake of another; any other error is passed on. */
export async function withRetry<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const isTransient = error instanceof pg.DatabaseError && TRANSIENT.includes(error.code ?? '');
      if (!isTransient || attempt === ATTEMPTS) throw error;
      await wait(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}
