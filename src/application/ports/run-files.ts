import type { RunReport } from '#application/exports/report';

/** Makes files of a run's report. The same report gives the same bytes. */
export interface RunFiles {
  /** An Excel workbook (OOXML). */
  readonly workbook: (report: RunReport) => Promise<Uint8Array>;
  /** A PDF for printing: A4, landscape. */
  readonly pdf: (report: RunReport) => Promise<Uint8Array>;
}
