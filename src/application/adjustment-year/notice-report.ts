import type { ReportTable } from '#application/exports/report';

type Pairs = readonly (readonly [label: string, text: string])[];

/** An official notice to one pool, laid out in Chinese: what it remits, or what it is allocated. */
export interface NoticeReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  /** Number of the notice; it never changes. */
  readonly number: string;
  readonly runId: string;
  readonly resultHash: string;
  /** The instant of the approval, to which the file is dated; ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly dataNote: string;
  /** The issuing authority, and the day of approval in China. */
  readonly issuer: string;
  readonly issuedOn: string;
  /** The authority addressed (主送机关). */
  readonly addressee: string;
  /** The documents it is based on, and the pool concerned. */
  readonly opening: string;
  readonly amounts: ReportTable;
  /** The reckoning of the levy: base and rate. */
  readonly reckoning: Pairs;
  /** The total in figures and in capital numerals. */
  readonly total: Pairs;
  /** The account to pay into, where money moves by the notice. */
  readonly payment: Pairs;
  readonly clauses: ReportTable;
  readonly closing: string;
  /** The corrected version; who proposed, checked and approved it; and its run. */
  readonly record: Pairs;
}
