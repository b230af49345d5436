/** A cell as the file has it; of a number in a workbook the digits as they are stored, never a float. */
export interface RawCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A row with its line of the file, 1-based. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly RawCell[];
}

/** The rows of a CSV file or of a workbook's first sheet, empty ones left out. */
export interface RawTable {
  readonly file: string;
  readonly rows: readonly RawRow[];
}
