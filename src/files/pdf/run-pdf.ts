import type { ReportTable, RunReport } from '#application/exports/report';
import { readChineseFont } from '#files/pdf/chinese-font';
import { addFrames, drawWatermark, type PageFrame } from '#files/pdf/frame';
import { heightOf, INK, Pen } from '#files/pdf/pen';
import { drawTable } from '#files/pdf/table';

const CREATOR = 'Tongchou 统筹';

/** The run as a PDF for printing: A4 landscape, Chinese, its font embedded; the same report gives the same bytes. */
export async function runPdf(report: RunReport): Promise<Uint8Array> {
  // Read at the first export: the command line and the server start without it.
  const [{ default: PDFDocument }, font] = await Promise.all([import('pdfkit'), readChineseFont()]);
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    // Margins are the pen's own, so that the library never starts a page by itself.
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: report.title,
      Subject: report.dataNote,
      Keywords: `${report.runId} ${report.resultHash}`,
      Creator: CREATOR,
      Producer: CREATOR,
      CreationDate: new Date(report.recordedAt),
      ModDate: new Date(report.recordedAt),
    },
    font: font as unknown as string,
  });
  const bytes = collect(document);
  document.on('pageAdded', () => drawWatermark(document, report));
  document.addPage();
  const pen = new Pen(document);
  drawHead(pen, report);
  for (const table of tablesOf(report)) drawSection(pen, table);
  addFrames(pen, frameOf(report));
  document.end();
  return bytes;
}

function frameOf({ title, draftMark, dataNote, runId, resultHash }: RunReport): PageFrame {
  const foot = `计算记录 ${runId}   结果哈希 ${resultHash}`;
  return { title, draftMark, note: `数据说明：${dataNote}`, foot };
}

/** What is printed; every node's explanation would fill hundreds of pages and is in the workbook. */
function tablesOf(report: RunReport): readonly ReportTable[] {
  return [report.fund, report.pools, report.refusals, report.assumptions, report.clauses, report.readings];
}

function drawHead(pen: Pen, { title, head, draftMark }: RunReport): void {
  pen.paragraph(title, 16);
  pen.y += 4;
  for (const [index, [label, text]] of head.entries()) {
    const isAlarm = index === 0 || (index === 1 && draftMark !== null);
    pen.paragraph(`${label}：${text}`, 8, { color: isAlarm ? INK.alarm : INK.text });
  }
}

const NONE = '无。';

/** A table with its title; what has no rows says so. */
export function drawSection(pen: Pen, table: ReportTable): void {
  pen.y += 12;
  // A heading never stands alone at the foot of a page.
  pen.need(heightOf(11) + 60);
  pen.paragraph(table.title, 11);
  pen.y += 3;
  if (table.rows.length === 0) pen.paragraph(NONE, 8, { color: INK.soft });
  else drawTable(pen, table);
}

/** The bytes that a document writes until it is ended. */
export function collect(document: NodeJS.ReadableStream): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}
