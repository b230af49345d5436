import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parquet } from '#batch/claims-file';
import { quoteText } from '#batch/quote';

/**
 * Gives the parts their final name at once: as one file where the name ends in `.parquet`, else as a folder of
 * parts.
 * @param scratch a folder beside the output, on the same disk
 */
export async function publishParts(
  connection: DuckDBConnection,
  parts: readonly string[],
  scratch: string,
  output: string,
): Promise<void> {
  const whole = join(scratch, 'whole');
  if (output.endsWith('.parquet')) {
    await connection.run(
      `COPY (SELECT * EXCLUDE (file_row_number) FROM ${parquet(...parts)})
       TO ${quoteText(whole)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } else {
    await mkdir(whole);
    for (const part of parts) await rename(part, join(whole, basename(part)));
  }
  await rename(whole, output);
}
