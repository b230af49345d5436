import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileColumns } from '#batch/claim-columns';
import { rowsOf } from '#batch/duckdb';
import { quoteText, quoteTexts } from '#batch/quote';
import { columnsDiffer, noClaimFiles, unreadableClaims } from '#batch/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Parquet files of claims. The rows of a person's year lie together and in the order of settlement, persons
 * ascending in each file; a person's rows all lie in one file.
 */
export interface ClaimsFiles {
  readonly files: readonly string[];
  readonly columns: FileColumns;
  readonly rows: number;
  /** Whether this is our own sorted copy of them, in one file. */
  readonly isSorted: boolean;
}

/** Finds the files of an input (a file, a pattern or a folder) and reads which columns they have. */
export async function openClaims(
  connection: DuckDBConnection,
  input: string,
): Promise<Decision<ClaimsFiles>> {
  const files = await filesOf(connection, input);
  const [first] = files;
  if (first === undefined) return refuse(noClaimFiles(input));
  try {
    const columns = await columnsOf(connection, first);
    for (const file of files.slice(1)) {
      const others = await columnsOf(connection, file);
      const differing = [...columns].find(([name, type]) => others.get(name) !== type);
      if (differing !== undefined) return refuse(columnsDiffer(file, differing[0]));
    }
    const [counted] = await rowsOf(
      connection,
      `SELECT sum(num_rows)::DOUBLE AS n FROM parquet_file_metadata(${quoteTexts(files)})`,
    );
    return allow({ files, columns, rows: Number(counted?.['n'] ?? 0), isSorted: false });
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse(unreadableClaims(input, why));
  }
}

async function filesOf(connection: DuckDBConnection, input: string): Promise<readonly string[]> {
  const pattern = (await isFolder(input)) ? join(input, '**', '*.parquet') : input;
  const found = await rowsOf(connection, `SELECT file FROM glob(${quoteText(pattern)}) ORDER BY file`);
  return found.map(({ file }) => String(file));
}

async function columnsOf(connection: DuckDBConnection, file: string): Promise<FileColumns> {
  const described = await rowsOf(connection, `DESCRIBE SELECT * FROM ${parquet(file)}`);
  return new Map(described.map((row) => [String(row['column_name']), String(row['column_type'])]));
}

/** Hive partitions are off: a folder's name is no fact of a claim. */
export function parquet(...files: readonly string[]): string {
  return `read_parquet(${quoteTexts(files)}, hive_partitioning = false, file_row_number = true)`;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
