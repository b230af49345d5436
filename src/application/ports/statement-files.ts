import type { FormsReport } from '#application/exports/forms-report';

/** Makes files of records laid out like the official forms: statements, budgets. The same report gives the same bytes. */
export interface StatementFiles {
  /** An Excel workbook (OOXML), a sheet for each form. */
  readonly workbook: (report: FormsReport) => Promise<Uint8Array>;
  /** A PDF for printing: A4, landscape. */
  readonly pdf: (report: FormsReport) => Promise<Uint8Array>;
}
