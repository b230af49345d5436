import type { RunFiles } from '#application/ports/run-files';
import { runPdf } from '#files/pdf/run-pdf';
import { runWorkbook } from '#files/workbook/run-workbook';

/** The builders behind the port `RunFiles`. */
export const runFiles: RunFiles = { workbook: runWorkbook, pdf: runPdf };
