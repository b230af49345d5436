/**
 * What a column holds: amounts in yuan with two decimals, other plain numbers, or words. Words that are as long as they
 * like (`prose`) may be wrapped; codes and names (`text`) are not.
 */
export type ColumnContent = 'amount' | 'number' | 'text' | 'prose';

export interface ReportColumn {
  readonly header: string;
  readonly content: ColumnContent;
}

/** Text of a cell; null where there is no such figure. An amount or number column may hold words that say why. */
export type ReportCell = string | null;

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly totals?: readonly ReportCell[];
}

/** A stored run laid out in Chinese for a file: every figure is one that was stored, as text. */
export interface RunReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  readonly runId: string;
  readonly resultHash: string;
  /** The instant to which the file is dated, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** What of the figures is published and what is synthetic. */
  readonly dataNote: string;
  /** What stands across every page where the policy is a draft; null where it is in force. */
  readonly draftMark: string | null;
  /** What must be known before any figure is read: label and text. */
  readonly head: readonly (readonly [label: string, text: string])[];
  readonly fund: ReportTable;
  readonly pools: ReportTable;
  readonly movements: ReportTable;
  readonly refusals: ReportTable;
  readonly explanation: ReportTable;
  readonly clauses: ReportTable;
  readonly assumptions: ReportTable;
  readonly readings: ReportTable;
}
