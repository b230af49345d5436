import type { RawTable } from '#domain/reconciliation/raw-table';
import type { Decision } from '#kernel/decision';

/** A file as somebody gave it: CSV or workbook (XLSX). */
export interface StatementFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile {
  /** The CSV file, or the workbook's first sheet. */
  readonly table: RawTable;
  /** That table and those of the further sheets that were asked for; of several each by the name of its sheet. */
  readonly tables: readonly RawTable[];
  /** SHA-256 of the file's bytes as 64 hexadecimal digits. */
  readonly fileHash: string;
}

/**
 * The rows of a CSV file or of a workbook, with numbers as the digits that are stored.
 * @param sheets of a workbook the first sheet alone unless told otherwise
 */
export type StatementFileReader = (
  file: StatementFile,
  sheets?: 'first' | 'every',
) => Promise<Decision<ReadFile>>;
