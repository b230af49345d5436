import type { ReportTable, RunReport } from '#application/exports/report';
import type { PageFrame } from '#files/pdf/frame';
import { INK, type Pen } from '#files/pdf/pen';
import { printPages } from '#files/pdf/print-pages';
import { drawSection } from '#files/pdf/section';

/** The run as a PDF for printing; the same report gives the same bytes. */
export function runPdf(report: RunReport): Promise<Uint8Array> {
  const { dataNote, runId, resultHash, recordedAt } = report;
  const keywords = `${runId} ${resultHash}`;
  return printPages({ subject: dataNote, keywords, recordedAt, frame: frameOf(report) }, (pen) => {
    drawHead(pen, report);
    for (const table of tablesOf(report)) drawSection(pen, table);
  });
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
