import type { StatementFiles } from '#application/ports/statement-files';
import { statementPdf } from '#files/pdf/statement-pdf';
import { statementWorkbook } from '#files/workbook/statement-workbook';

/** The builders behind the port `StatementFiles`. */
export const statementFiles: StatementFiles = { workbook: statementWorkbook, pdf: statementPdf };
