import type { Workbook } from 'exceljs';
import type { AdjustmentReport } from '#application/reconciliation/adjustment-report';
import { addSheet } from '#files/workbook/sheet';
import { withoutZipDates } from '#files/workbook/zip-dates';

const CREATOR = 'Tongchou 统筹';

/** A balance adjustment statement as an Excel workbook: the adjustment, what is open, what was matched. */
export async function adjustmentWorkbook(report: AdjustmentReport): Promise<Uint8Array> {
  // Read at the first export: the command line and the server start without it.
  const { default: excel } = await import('exceljs');
  const workbook: Workbook = new excel.Workbook();
  const recordedAt = new Date(report.recordedAt);
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  workbook.created = recordedAt;
  workbook.modified = recordedAt;
  workbook.title = report.title;
  const frame = { ...report, runId: report.statementId };
  const [adjustment, differences, matches] = report.tables;
  addSheet(workbook, '余额调节表', [adjustment], frame);
  const sheet = workbook.getWorksheet('余额调节表');
  sheet?.addRow([]);
  sheet?.addRow([report.signOff]);
  addSheet(workbook, '未达账项和差异', [differences], frame);
  addSheet(workbook, '已对上', [matches], frame);
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
