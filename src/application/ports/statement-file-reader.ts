import type { RawTable } from '#domain/reconciliation/raw-table';
import type { Decision } from '#kernel/decision';

/** A file as somebody gave it: CSV or workbook (XLSX). */
export interface StatementFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile {
  readonly table: RawTable;
  /** SHA-256 of the file's bytes as 64 hexadecimal digits. */
  readonly fileHash: string;
}

/** The rows of a CSV file, or of a workbook's first sheet with numbers as the digits that are stored. */
export type StatementFileReader = (file: StatementFile) => Promise<Decision<ReadFile>>;
