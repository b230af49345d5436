import type { FormsReport } from '#application/exports/forms-report';
import type { PageFrame } from '#files/pdf/frame';
import { heightOf, type Pen } from '#files/pdf/pen';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

const SIGNING = { gap: 8, size: 9 } as const;

/**
 * Forms as a PDF: each begins a page and stands on one where it fits, with the line for signing on its last; then what
 * stands behind them.
 */
export function statementPdf(report: FormsReport): Promise<Uint8Array> {
  const { fileName, record, contentHash, recordedAt } = report;
  const keywords = `${record.id} ${contentHash}`;
  return printPages({ subject: fileName, keywords, recordedAt, frame: frameOf(report) }, (pen) => {
    for (const [index, { table, differences }] of report.forms.entries()) {
      if (index > 0) pen.need(Number.POSITIVE_INFINITY);
      drawHead(pen, report);
      drawSection(pen, table, SIGNING.gap + heightOf(SIGNING.size));
      pen.y += SIGNING.gap;
      pen.paragraph(report.signOff, SIGNING.size);
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
