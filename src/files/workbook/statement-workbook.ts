import type { Workbook } from 'exceljs';
import type { FormsReport } from '#application/exports/forms-report';
import { addSheet } from '#files/workbook/sheet';
import { withoutZipDates } from '#files/workbook/zip-dates';

const CREATOR = 'Tongchou 统筹';

/** Forms as an Excel workbook: a sheet for each, and one for what stands behind them. */
export async function statementWorkbook(report: FormsReport): Promise<Uint8Array> {
  // Read at the first export: the command line and the server start without it.
  const { default: excel } = await import('exceljs');
  const workbook: Workbook = new excel.Workbook();
  const recordedAt = new Date(report.recordedAt);
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  workbook.created = recordedAt;
  workbook.modified = recordedAt;
  workbook.title = report.title;
  const frame = { ...report, runId: report.record.id };
  for (const { table, differences } of report.forms) {
    const tables = differences === null ? [table] : [table, differences];
    // The number of the form stays in the title: a sheet's name has 31 characters at most.
    const [name = ''] = table.title.split('（');
    addSheet(workbook, name, tables, frame);
    const sheet = workbook.getWorksheet(name);
    sheet?.addRow([]);
    sheet?.addRow([report.signOff]);
  }
  addSheet(workbook, report.after.title, [report.after], frame);
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
