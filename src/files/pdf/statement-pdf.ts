import type { FormsReport } from '#application/exports/forms-report';
import type { PageFrame } from '#files/pdf/frame';
import type { Pen } from '#files/pdf/pen';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** Forms as a PDF: each on a page of its own with the line for signing, then what stands behind them. */
export function statementPdf(report: FormsReport): Promise<Uint8Array> {
  const { fileName, record, contentHash, recordedAt } = report;
  const keywords = `${record.id} ${contentHash}`;
  return printPages({ subject: fileName, keywords, recordedAt, frame: frameOf(report) }, (pen) => {
    for (const [index, { table, differences }] of report.forms.entries()) {
      if (index > 0) pen.need(Number.POSITIVE_INFINITY);
      drawHead(pen, report);
      drawSection(pen, table);
      pen.y += 8;
      pen.paragraph(report.signOff, 9);
      if (differences !== null) drawSection(pen, differences);
    }
    drawSection(pen, report.after);
  });
}

/** Title and head as the official forms have them: the first lines in one. */
function drawHead(pen: Pen, { title, head }: FormsReport): void {
  pen.paragraph(title, 15);
  pen.y += 3;
  pen.paragraph(head.map(([label, text]) => `${label}：${text}`).join('\u3000'), 8);
}

function frameOf({ title, draftMark, head, record, contentHash }: FormsReport): PageFrame {
  const note = head
    .slice(0, 4)
    .map(([label, text]) => `${label}：${text}`)
    .join('\u3000');
  return { title, draftMark, note, foot: `${record.kind} ${record.id}   内容哈希 ${contentHash}` };
}
