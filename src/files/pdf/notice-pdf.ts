import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** A notice of remittance or allocation as a PDF; the same notice gives the same bytes. */
export function noticePdf(notice: NoticeReport): Promise<Uint8Array> {
  const { title, number, runId, resultHash, recordedAt, dataNote } = notice;
  const foot = `${number}   计算记录 ${runId}   结果哈希 ${resultHash}`;
  const frame = { title, draftMark: null, note: dataNote, foot };
  const keywords = `${runId} ${resultHash}`;
  return printPages({ subject: number, keywords, recordedAt, frame }, (pen) => {
    pen.paragraph(title, 18);
    pen.y += 6;
    for (const [label, text] of notice.head) pen.paragraph(`${label}：${text}`, 10);
    drawSection(pen, notice.amounts);
    pen.y += 8;
    for (const [label, text] of notice.total) pen.paragraph(`${label}：${text}`, 12);
    drawSection(pen, notice.clauses);
    pen.y += 14;
    for (const line of notice.closing) pen.paragraph(line, 10);
  });
}
