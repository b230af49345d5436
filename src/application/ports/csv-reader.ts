import type { Decision } from '#kernel/decision';

/** A text file that was read: `file` is its name as the user gave it, for places in errors. */
export interface TextSource {
  readonly file: string;
  readonly text: string;
}

/** What a column holds. A decimal is plain text with at most `maxDecimals` decimals; it stays text. */
export type CsvColumnContent =
  | { readonly kind: 'text' }
  | { readonly kind: 'decimal'; readonly maxDecimals: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** A column that must be there; `optional` allows an empty cell, never a missing column. */
export interface CsvColumn<Name extends string = string> {
  readonly name: Name;
  readonly content: CsvColumnContent;
  readonly optional?: true;
}

/** One record: where it begins (1-based line of the file), and its cells by column. */
export interface CsvRow<Name extends string = string> {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<Name, string>>;
}

/**
 * Reads CSV text whose header names exactly the given columns, in any order. Lines that begin with `#` are
 * comments. Every fault is a refusal that names `file:line` and the field; with one fault no row is given.
 */
export type CsvReader = <Name extends string>(
  source: TextSource,
  columns: readonly CsvColumn<Name>[],
) => Decision<readonly CsvRow<Name>[]>;
