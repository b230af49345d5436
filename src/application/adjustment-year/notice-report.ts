import type { ReportTable } from '#application/exports/report';

type Pairs = readonly (readonly [label: string, text: string])[];

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
  /** The authority that issues it, and the day in China on which it was approved. */
  readonly issuer: string;
  readonly issuedOn: string;
  /** The authority that it is for (主送机关). */
  readonly addressee: string;
  /** By which documents, and of which pool. */
  readonly opening: string;
  readonly amounts: ReportTable;
  /** The total in figures and in capital numerals. */
  readonly total: Pairs;
  /** By when, and into which account. */
  readonly payment: Pairs;
  readonly clauses: ReportTable;
  readonly closing: string;
  /** Who proposed, checked and approved it, and the run that it is of. */
  readonly record: Pairs;
}
