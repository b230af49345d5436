import type { StatementReport } from '#application/statement/statement-report';

/** Makes files of a kept statement. The same report gives the same bytes. */
export interface StatementFiles {
  /** An Excel workbook (OOXML), a sheet for each form. */
  readonly workbook: (report: StatementReport) => Promise<Uint8Array>;
  /** A PDF for printing: A4, landscape. */
  readonly pdf: (report: StatementReport) => Promise<Uint8Array>;
}
