import type { StatementReport } from '#application/statement/statement-report';
import type { PageFrame } from '#files/pdf/frame';
import type { Pen } from '#files/pdf/pen';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** A statement as a PDF: each form on a page of its own, then checks and the line for signing. */
export function statementPdf(report: StatementReport): Promise<Uint8Array> {
  const { fileName, statementId, contentHash, recordedAt } = report;
  const keywords = `${statementId} ${contentHash}`;
  return printPages({ subject: fileName, keywords, recordedAt, frame: frameOf(report) }, (pen) => {
    for (const [index, { table, differences }] of report.forms.entries()) {
      if (index > 0) pen.need(Number.POSITIVE_INFINITY);
      drawHead(pen, report);
      drawSection(pen, table);
      if (differences !== null) drawSection(pen, differences);
      pen.y += 8;
      pen.paragraph(report.signOff, 9);
    }
    drawSection(pen, report.checks);
  });
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
