import type { ReconciliationFiles } from '#application/ports/reconciliation-files';
import { adjustmentPdf } from '#files/pdf/adjustment-pdf';
import { adjustmentWorkbook } from '#files/workbook/adjustment-workbook';

/** The builders behind the port `ReconciliationFiles`. */
export const reconciliationFiles: ReconciliationFiles = { workbook: adjustmentWorkbook, pdf: adjustmentPdf };
