import type { AdjustmentReport } from '#application/reconciliation/adjustment-report';
import { readChineseFont } from '#files/pdf/chinese-font';
import { addFrames, drawWatermark } from '#files/pdf/frame';
import { Pen } from '#files/pdf/pen';
import { collect, drawSection } from '#files/pdf/run-pdf';

const CREATOR = 'Tongchou 统筹';

/** A balance adjustment statement as a PDF for printing, with the line for signing below the adjustment. */
export async function adjustmentPdf(report: AdjustmentReport): Promise<Uint8Array> {
  // Read at the first export: the command line and the server start without it.
  const [{ default: PDFDocument }, font] = await Promise.all([import('pdfkit'), readChineseFont()]);
  const { title, head, recordedAt, statementId, contentHash, draftMark, tables, signOff } = report;
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
      Title: title,
      Subject: report.fileName,
      Keywords: `${statementId} ${contentHash}`,
      Creator: CREATOR,
      Producer: CREATOR,
      CreationDate: new Date(recordedAt),
      ModDate: new Date(recordedAt),
    },
    font: font as unknown as string,
  });
  const bytes = collect(document);
  document.on('pageAdded', () => drawWatermark(document, report));
  document.addPage();
  const pen = new Pen(document);
  const told = head.map(([label, text]) => `${label}：${text}`);
  pen.paragraph(title, 15);
  pen.y += 3;
  pen.paragraph(told.join('\u3000'), 8);
  const [adjustment, differences, matches] = tables;
  drawSection(pen, adjustment);
  pen.y += 8;
  pen.paragraph(signOff, 9);
  drawSection(pen, differences);
  drawSection(pen, matches);
  const note = told.slice(0, 4).join('\u3000');
  addFrames(pen, { title, draftMark, note, foot: `对账单 ${statementId}   内容哈希 ${contentHash}` });
  document.end();
  return bytes;
}
