import type { ReportTable } from '#application/exports/report';

/** An official notice to one pool, laid out in Chinese: what it remits, or what it is allocated. */
export interface NoticeReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  /** Number of the notice: the same notice has the same number for good. */
  readonly number: string;
  readonly runId: string;
  readonly resultHash: string;
  /** The instant of the approval, to which the file is dated; ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly dataNote: string;
  /** To whom, by whom and when: label and text. */
  readonly head: readonly (readonly [label: string, text: string])[];
  readonly amounts: ReportTable;
  /** The total in figures and in capital numerals. */
  readonly total: readonly (readonly [label: string, text: string])[];
  readonly clauses: ReportTable;
  readonly closing: readonly string[];
}
