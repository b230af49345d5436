import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { INK, PORTRAIT, type Pen } from '#files/pdf/pen';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** A notice of remittance or allocation as a PDF in the form of an official paper; the same notice gives the same bytes. */
export function noticePdf(notice: NoticeReport): Promise<Uint8Array> {
  const { title, number, runId, resultHash, recordedAt, dataNote } = notice;
  const foot = `计算记录 ${runId}   结果哈希 ${resultHash.slice(0, 16)}`;
  const frame = { title: `${title} ${number}`, draftMark: null, note: dataNote, foot };
  const keywords = `${runId} ${resultHash}`;
  const record = { subject: number, keywords, recordedAt, frame, page: PORTRAIT };
  return printPages(record, (pen) => {
    drawHead(pen, notice);
    drawSection(pen, notice.amounts);
    pen.y += 8;
    drawPairs(pen, notice.reckoning, 11);
    drawPairs(pen, notice.total, 11);
    pen.y += 8;
    drawPairs(pen, notice.payment, 11);
    drawSection(pen, notice.clauses);
    pen.y += 10;
    pen.paragraph(notice.closing, 11);
    drawSignature(pen, notice);
  });
}

/** Who issues it, what it is, its number, whom it is for, and by which documents. */
function drawHead(pen: Pen, { issuer, title, number, addressee, opening }: NoticeReport): void {
  pen.paragraph(issuer, 20, { align: 'center', color: INK.alarm });
  pen.y += 6;
  pen.paragraph(number, 11, { align: 'center' });
  pen.y += 14;
  pen.paragraph(title, 16, { align: 'center' });
  pen.y += 10;
  pen.paragraph(`${addressee}：`, 11);
  pen.paragraph(opening, 11);
}

/** The issuer and the day at the right, room for the seal, and below, small, who signed and how it was reckoned. */
function drawSignature(pen: Pen, { issuer, issuedOn, record }: NoticeReport): void {
  pen.need(120);
  pen.y += 20;
  for (const line of [issuer, issuedOn, '（印章）']) pen.paragraph(line, 11, { align: 'right' });
  pen.y += 14;
  drawPairs(pen, record, 8);
}

function drawPairs(pen: Pen, pairs: NoticeReport['total'], size: number): void {
  for (const [label, text] of pairs) pen.paragraph(`${label}：${text}`, size);
}
