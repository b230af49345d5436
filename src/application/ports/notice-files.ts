import type { NoticeReport } from '#application/adjustment-year/notice-report';

/** Makes the file of a notice. The same report gives the same bytes. */
export interface NoticeFiles {
  /** A PDF for printing and sealing: A4. */
  readonly pdf: (notice: NoticeReport) => Promise<Uint8Array>;
}
