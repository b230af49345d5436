import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '#storage/database/tables';

/** Reads the rows of a statement in SQL; the row's type is the caller's word for its columns. */
export async function rowsOf<Row>(
  within: Kysely<Tables>,
  statement: RawBuilder<unknown>,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`${statement}`.execute(within);
  return rows;
}
