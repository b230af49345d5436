import { describe, expect, it } from 'vitest';
import type { ReportTable } from '#application/exports/report';
import { runReport } from '#application/exports/run-report';
import { parseYuan, formatYuanGrouped } from '#kernel/fen';
import { runPdf } from '#files/pdf/run-pdf';
import { caseRun } from '#tests/support/case-run';
import { readPdf } from '#tests/support/pdf-text';
import { openedRun } from '#tests/support/opened-run';

/** The font and the libraries are read at the first export, on a machine that may be busy. */
const LIMIT = { timeout: 30_000 };

const PACKS = ['jiangxi', 'sichuan', 'anhui', 'jinhua', 'shandong'];

/** Text as the page has it: the font lacks these signs. */
function drawn(text: string): string {
  return text.replaceAll('→', '->').replaceAll('≥', '>=').replaceAll('≤', '<=').replace(/\s/g, '');
}

function grouped(yuan: string): string {
  const amount = parseYuan(yuan);
  return typeof amount === 'string' ? yuan : formatYuanGrouped(amount);
}

describe.each(PACKS)('the PDF of a run of %s', LIMIT, (packId) => {
  it('shows every figure of its tables as the run has it, in an embedded Chinese font', async () => {
    const report = runReport(await caseRun(packId));
    const pdf = readPdf(await runPdf(report));
    expect(pdf.pageCount).toBeGreaterThan(0);
    expect(pdf.embeddedFonts).toEqual([expect.stringMatching(/^[A-Z]{6}\+NotoSansSC/)]);
    const lines = pdf.pages.flatMap((page) => page.split('\n'));
    for (const table of [report.fund, report.pools]) {
      for (const [index, column] of table.columns.entries()) {
        if (column.content === 'text' || column.content === 'prose') continue;
        for (const row of [...table.rows, table.totals ?? []]) {
          const cell = row[index];
          if (typeof cell === 'string') expect(lines).toContain(grouped(cell));
        }
      }
    }
  });

  it('tells each clause with its paraphrase, each assumption, and each refusal with its reason', async () => {
    const report = runReport(await caseRun(packId));
    const { pages } = readPdf(await runPdf(report));
    // Cells are broken into lines, and those of a row are drawn column by column.
    const text = pages.join('\n').replace(/\s/g, '');
    const told = (table: ReportTable): readonly string[] => table.rows.flat().flatMap((cell) => cell ?? []);
    const pieces = [report.clauses, report.assumptions, report.refusals].flatMap(told);
    // A row that goes on over a page has the foot and head of the page within it.
    const missing = pieces.filter((piece) => !text.includes(drawn(piece)));
    expect(missing).toEqual([]);
  });
});

describe('a refusal in the PDF', LIMIT, () => {
  it('is told with its own reason, not with that of the stage as a whole', async () => {
    const { refusals } = runReport(await caseRun('jiangxi'));
    expect(refusals.rows.map((row) => row[2])).toContainEqual(
      expect.stringContaining('事由不属于紧急调剂范围'),
    );
  });

  it.each(PACKS)('has a reason in %s', async (packId) => {
    const { refusals } = runReport(await caseRun(packId));
    expect(refusals.rows.filter((row) => row[2] === null)).toEqual([]);
  });
});

describe('the PDF of a run', LIMIT, () => {
  it('says on every page what is synthetic, which run it is, and which page of how many', async () => {
    const report = runReport(await caseRun('jiangxi'));
    const { pages, pageCount } = readPdf(await runPdf(report));
    expect(pageCount).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`数据说明：${report.dataNote}`);
      expect(page).toContain(report.runId);
      expect(page).toContain(report.resultHash);
      expect(page).toContain(`第 ${index + 1} / ${pageCount} 页`);
    }
  });

  it('marks every page of a draft, and no page of a policy in force', async () => {
    const [draft, inForce] = await Promise.all(
      ['shandong', 'jiangxi'].map(async (id) => readPdf(await runPdf(runReport(await caseRun(id))))),
    );
    expect(draft?.pages.every((page) => page.startsWith('征求意见稿 仅供测算'))).toBe(true);
    expect(inForce?.pages.some((page) => page.includes('征求意见稿 仅供测算'))).toBe(false);
  });

  it('shows a character that the font lacks as lacking, and writes a long note out on the first page', async () => {
    const run = openedRun();
    const dataNote = `${'虚构数据，逐项说明。'.repeat(60)}𠮷→完`;
    const { pages } = readPdf(await runPdf(runReport({ ...run, summary: { ...run.summary, dataNote } })));
    const first = pages[0]?.replace(/\s/g, '') ?? '';
    expect(first).toContain('〓->完');
    expect(pages.every((page) => page.includes('…（全文见首页）'))).toBe(true);
  });

  it('is the same bytes whenever it is made', async () => {
    const report = runReport(openedRun());
    const first = await runPdf(report);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.compare(first, await runPdf(report))).toBe(0);
  });
});
