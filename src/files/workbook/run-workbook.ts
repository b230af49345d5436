import type { Workbook } from 'exceljs';
import type { ReportTable, RunReport } from '#application/exports/report';
import { addSheet } from '#files/workbook/sheet';
import { withoutZipDates } from '#files/workbook/zip-dates';

const CREATOR = 'Tongchou 统筹';

/** The run as an Excel workbook; the same report gives the same bytes. */
export async function runWorkbook(report: RunReport): Promise<Uint8Array> {
  // Read at the first export: the command line and the server start without it.
  const { default: excel } = await import('exceljs');
  const workbook: Workbook = new excel.Workbook();
  const recordedAt = new Date(report.recordedAt);
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  workbook.created = recordedAt;
  workbook.modified = recordedAt;
  workbook.title = report.title;
  for (const [name, tables] of sheetsOf(report)) addSheet(workbook, name, tables, report);
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function sheetsOf(report: RunReport): readonly (readonly [name: string, tables: readonly ReportTable[]])[] {
  return [
    ['汇总', [report.fund]],
    ['统筹区', [report.pools]],
    ['分配明细', [report.movements]],
    ['说明', [report.explanation]],
    ['依据', [report.clauses]],
    ['假设与解读', [report.assumptions, report.readings]],
  ];
}
