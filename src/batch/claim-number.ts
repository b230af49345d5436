import { quoteTexts } from '#batch/quote';
import type { ClaimUnit } from '#batch/claim-units';

/** Rows of a file: a trillion, far above what a file holds; eight thousand files fit beside them into a double. */
const ROWS_OF_FILE = 2 ** 40;

/** The column of a sorted copy that keeps each row's number: a name that no file's own column has. */
export const NUMBER_SQL = '"tongchou number"';

/** A row's place among the input's files, counted from 0, and in its file, counted from 1. */
export interface ClaimPlace {
  readonly file: number;
  readonly row: number;
}

export function placeOfNumber(number: number): ClaimPlace {
  return { file: Math.floor(number / ROWS_OF_FILE), row: number % ROWS_OF_FILE };
}

/** The number of each row of a unit: file and row in one whole number. */
export function rowNumberSql({ file, isSorted }: Pick<ClaimUnit, 'file' | 'isSorted'>): string {
  return isSorted ? NUMBER_SQL : `(file_row_number + ${file * ROWS_OF_FILE + 1})`;
}

/** The columns `file` and `row` of a column of numbers. */
export function placeSql(number: string, files: readonly string[]): readonly string[] {
  return [
    `${quoteTexts(files)}[(${number}::BIGINT // ${ROWS_OF_FILE}) + 1] AS file`,
    `${number}::BIGINT % ${ROWS_OF_FILE} AS "row"`,
  ];
}
