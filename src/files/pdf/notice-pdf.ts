import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { readChineseFont } from '#files/pdf/chinese-font';
import { addFrames } from '#files/pdf/frame';
import { Pen } from '#files/pdf/pen';
import { collect, drawSection } from '#files/pdf/run-pdf';

const CREATOR = 'Tongchou 统筹';

/** A notice as a PDF for printing: A4, Chinese, its font embedded; the same notice gives the same bytes. */
export async function noticePdf(notice: NoticeReport): Promise<Uint8Array> {
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
      Title: notice.title,
      Subject: notice.number,
      Keywords: `${notice.runId} ${notice.resultHash}`,
      Creator: CREATOR,
      Producer: CREATOR,
      CreationDate: new Date(notice.recordedAt),
      ModDate: new Date(notice.recordedAt),
    },
    font: font as unknown as string,
  });
  const bytes = collect(document);
  document.addPage();
  const pen = new Pen(document);
  pen.paragraph(notice.title, 18);
  pen.y += 6;
  for (const [label, text] of notice.head) pen.paragraph(`${label}：${text}`, 10);
  drawSection(pen, notice.amounts);
  pen.y += 8;
  for (const [label, text] of notice.total) pen.paragraph(`${label}：${text}`, 12);
  drawSection(pen, notice.clauses);
  pen.y += 14;
  for (const line of notice.closing) pen.paragraph(line, 10);
  const foot = `${notice.number}   计算记录 ${notice.runId}   结果哈希 ${notice.resultHash}`;
  addFrames(pen, { title: notice.title, draftMark: null, note: notice.dataNote, foot });
  document.end();
  return bytes;
}
