import type { Cell, PaperSize, Workbook, Worksheet } from 'exceljs';
import type { ColumnContent, ReportCell, ReportTable, RunReport } from '#application/exports/report';
import { displayWidth } from '#application/rendering/text-table';
import { exactAmount, exactNumber } from '#files/workbook/exact-number';

/** Paper size 9 of OOXML; the library's enum of them is one of types only. */
const A4 = 9 as unknown as PaperSize.A4;
const AMOUNT_FORMAT = '#,##0.00';
const NUMBER_FORMAT = '0.00';
const TEXT_FORMAT = '@';
const WARNING = 'FFB42318';
const HEAD_FILL = 'FFEDF0F4';

/** How wide a column may be, in characters of Latin script; longer prose is wrapped, longer codes are not cut. */
const WIDEST = 60;
const NARROWEST = 8;

const TEXT_NOTE =
  '金额为数值（Excel 保留 15 位有效数字）；绝对值达 10 万亿元的金额以文本保存，以免失真。空格表示没有这一项，不是零。';

/** What stands above and beside the tables of a sheet. */
export type SheetFrame = Pick<RunReport, 'title' | 'head' | 'runId' | 'draftMark'>;

/** A sheet: what must be known of the run first, then its tables one below another. */
export function addSheet(
  workbook: Workbook,
  name: string,
  tables: readonly ReportTable[],
  report: SheetFrame,
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      oddHeader: headerText(report),
      oddFooter: `&L${report.runId}&R&P / &N`,
    },
  });
  addHead(sheet, report);
  for (const table of tables) addTable(sheet, table);
  setWidths(sheet, tables);
  const [only] = tables;
  if (tables.length === 1 && only !== undefined) freezeTable(sheet, only);
}

/** `&` has a meaning of its own in headers; the mark of a draft stands in every printed page's head. */
function headerText({ title, draftMark }: SheetFrame): string {
  return `&L${title.replaceAll('&', '&&')}&R${draftMark ?? ''}`;
}

function addHead(sheet: Worksheet, report: SheetFrame): void {
  const title = sheet.addRow([report.title]).getCell(1);
  title.font = { bold: true, size: 14 };
  for (const [index, [label, text]] of report.head.entries()) {
    const row = sheet.addRow([label, text]);
    row.getCell(1).font = { bold: true };
    row.getCell(2).numFmt = TEXT_FORMAT;
    if (index === 0 || (index === 1 && report.draftMark !== null)) {
      row.getCell(2).font = { bold: true, color: { argb: WARNING } };
    }
  }
  sheet.addRow(['说明', TEXT_NOTE]).getCell(1).font = { bold: true };
}

function addTable(sheet: Worksheet, { title, columns, rows, totals }: ReportTable): void {
  sheet.addRow([]);
  sheet.addRow([title]).getCell(1).font = { bold: true, size: 12 };
  const head = sheet.addRow(columns.map((column) => column.header));
  head.eachCell((cell, index) => {
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
    cell.alignment = { horizontal: isFigure(columns[index - 1]?.content) ? 'right' : 'left' };
    cell.border = { bottom: { style: 'thin' } };
  });
  for (const cells of rows) addCells(sheet, columns, cells);
  if (totals === undefined) return;
  const last = addCells(sheet, columns, totals);
  last.eachCell((cell) => {
    cell.font = { bold: true };
    cell.border = { top: { style: 'thin' } };
  });
}

function addCells(
  sheet: Worksheet,
  columns: ReportTable['columns'],
  cells: readonly ReportCell[],
): ReturnType<Worksheet['addRow']> {
  const row = sheet.addRow([]);
  for (const [index, cell] of cells.entries()) {
    if (cell !== null) fillCell(row.getCell(index + 1), cell, columns[index]?.content ?? 'text');
  }
  row.commit();
  return row;
}

/** A figure is a number where the number is exact, else the text itself: no digit is lost either way. */
function fillCell(cell: Cell, text: string, content: ColumnContent): void {
  const exact =
    content === 'amount' ? exactAmount(text) : content === 'number' ? exactNumber(text) : undefined;
  cell.value = exact ?? text;
  cell.numFmt = exact === undefined ? TEXT_FORMAT : content === 'amount' ? AMOUNT_FORMAT : NUMBER_FORMAT;
  cell.alignment = {
    vertical: 'top',
    horizontal: isFigure(content) ? 'right' : 'left',
    wrapText: content === 'prose',
  };
}

function isFigure(content: ColumnContent | undefined): boolean {
  return content === 'amount' || content === 'number';
}

function setWidths(sheet: Worksheet, tables: readonly ReportTable[]): void {
  const count = Math.max(...tables.map((table) => table.columns.length));
  for (let index = 0; index < count; index += 1) {
    const widths = tables.flatMap(({ columns, rows, totals = [] }) => [
      displayWidth(columns[index]?.header ?? ''),
      ...[...rows, totals].map((cells) => shownWidth(cells[index] ?? '', columns[index]?.content)),
    ]);
    sheet.getColumn(index + 1).width = Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
  }
}

/** An amount is shown with thousands marks, which its text does not have. */
function shownWidth(text: string, content: ColumnContent | undefined): number {
  return content === 'amount' ? Math.ceil(text.length * (4 / 3)) : displayWidth(text);
}

/** Keeps the table's head and first column in sight, and lets its rows be filtered. */
function freezeTable(sheet: Worksheet, { columns, rows, totals }: ReportTable): void {
  const last = sheet.rowCount - (totals === undefined ? 0 : 1);
  const head = last - rows.length;
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: head }];
  sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: last, column: columns.length } };
}
