import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { columnNameOf } from '#batch/claim-columns';
import { NUMBER_SQL, rowNumberSql } from '#batch/claim-number';
import { PERSON, YEAR } from '#batch/claim-units';
import { parquet, type ClaimsFiles } from '#batch/claims-file';
import { quoteName, quoteText } from '#batch/quote';

/**
 * A copy of the claims in one file, sorted by person and year, in each year by the date that they are priced on
 * and else as they stood. The engine sorts on disk what does not fit in memory.
 */
export async function sortClaims(
  connection: DuckDBConnection,
  claims: ClaimsFiles,
  pricedOn: string,
  folder: string,
): Promise<ClaimsFiles> {
  const path = join(folder, 'sorted.parquet');
  const all = claims.files.map(
    (name, file) =>
      `SELECT *, ${rowNumberSql({ file, isSorted: false })} AS ${NUMBER_SQL} FROM ${parquet(name)}`,
  );
  const order = [...[PERSON, YEAR, columnNameOf(pricedOn)].map(quoteName), NUMBER_SQL];
  await connection.run(`SET temp_directory = ${quoteText(folder)}`);
  await connection.run(
    `COPY (SELECT * EXCLUDE (file_row_number) FROM (${all.join(' UNION ALL BY NAME ')}) ORDER BY ${order.join(', ')})
     TO ${quoteText(path)} (FORMAT parquet)`,
  );
  return { ...claims, files: [path], isSorted: true };
}
