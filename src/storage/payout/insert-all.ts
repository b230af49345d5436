/** PostgreSQL takes 65,535 parameters in a statement; no row here has more than ten. */
const ROWS_OF_A_STATEMENT = 5000;

/** Inserts rows in parts that a statement can take; none is no statement. */
export async function insertAll<Row>(
  rows: readonly Row[],
  insert: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_OF_A_STATEMENT) {
    await insert(rows.slice(start, start + ROWS_OF_A_STATEMENT));
  }
}
