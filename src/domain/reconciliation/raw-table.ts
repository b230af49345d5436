/** A cell as in the file; for a number in a workbook the digits as stored, never a float. */
export interface RawCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A row with its line number in the file, from 1. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly RawCell[];
}

/** The rows of a CSV file or of a workbook's first sheet, empty ones left out. */
export interface RawTable {
  readonly file: string;
  readonly rows: readonly RawRow[];
}
