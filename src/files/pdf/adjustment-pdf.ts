import type { AdjustmentReport } from '#application/reconciliation/adjustment-report';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** A balance adjustment statement as a PDF, with the line for signing below the adjustment. */
export function adjustmentPdf(report: AdjustmentReport): Promise<Uint8Array> {
  const { title, head, recordedAt, statementId, contentHash, draftMark, tables, signOff, fileName } = report;
  const told = head.map(([label, text]) => `${label}：${text}`);
  const foot = `对账单 ${statementId}   内容哈希 ${contentHash}`;
  const frame = { title, draftMark, note: told.slice(0, 4).join('\u3000'), foot };
  const keywords = `${statementId} ${contentHash}`;
  return printPages({ subject: fileName, keywords, recordedAt, frame }, (pen) => {
    const [adjustment, differences, matches] = tables;
    pen.paragraph(title, 15);
    pen.y += 3;
    pen.paragraph(told.join('\u3000'), 8);
    drawSection(pen, adjustment);
    pen.y += 8;
    pen.paragraph(signOff, 9);
    drawSection(pen, differences);
    drawSection(pen, matches);
  });
}
