import type { AdjustmentReport } from '#application/reconciliation/adjustment-report';

/** Makes files of a balance adjustment statement. The same report gives the same bytes. */
export interface ReconciliationFiles {
  /** An Excel workbook (OOXML). */
  readonly workbook: (report: AdjustmentReport) => Promise<Uint8Array>;
  /** A PDF for printing: A4, landscape. */
  readonly pdf: (report: AdjustmentReport) => Promise<Uint8Array>;
}
