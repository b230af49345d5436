import type { StatementReport } from '#application/statement/statement-report';
import { readChineseFont } from '#files/pdf/chinese-font';
import { addFrames, drawWatermark, type PageFrame } from '#files/pdf/frame';
import { Pen } from '#files/pdf/pen';
import { collect, drawSection } from '#files/pdf/run-pdf';

const CREATOR = 'Tongchou 统筹';

/** A statement as a PDF for printing: each form on a page of its own, then checks and the line for signing. */
export async function statementPdf(report: StatementReport): Promise<Uint8Array> {
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
      Subject: report.fileName,
      Keywords: `${report.statementId} ${report.contentHash}`,
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
  for (const [index, { table, differences }] of report.forms.entries()) {
    if (index > 0) pen.need(Number.POSITIVE_INFINITY);
    drawHead(pen, report);
    drawSection(pen, table);
    if (differences !== null) drawSection(pen, differences);
    pen.y += 8;
    pen.paragraph(report.signOff, 9);
  }
  drawSection(pen, report.checks);
  addFrames(pen, frameOf(report));
  document.end();
  return bytes;
}

/** Title and head as the official forms have them: the first lines in one. */
function drawHead(pen: Pen, { title, head }: StatementReport): void {
  pen.paragraph(title, 15);
  pen.y += 3;
  pen.paragraph(head.map(([label, text]) => `${label}：${text}`).join('\u3000'), 8);
}

function frameOf({ title, draftMark, head, statementId, contentHash }: StatementReport): PageFrame {
  const note = head
    .slice(0, 4)
    .map(([label, text]) => `${label}：${text}`)
    .join('\u3000');
  return { title, draftMark, note, foot: `报表 ${statementId}   内容哈希 ${contentHash}` };
}
