import excel, { type Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { runReport } from '#application/exports/run-report';
import type { OpenedRun } from '#application/views/open-run';
import { present } from '#kernel/assert';
import { formatYuan, parseYuan, sumFen, type Fen } from '#kernel/fen';
import { runWorkbook } from '#files/workbook/run-workbook';
import { caseRun } from '#tests/support/case-run';
import { openedRun } from '#tests/support/opened-run';

/** The font and the libraries are read at the first export, on a machine that may be busy. */
const LIMIT = { timeout: 30_000 };

const PACKS = ['jiangxi', 'sichuan', 'anhui', 'jinhua', 'shandong'];

async function sheetsOf(run: OpenedRun): Promise<(name: string) => Worksheet> {
  const workbook = new excel.Workbook();
  const bytes = await runWorkbook(runReport(run));
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return (name) => present(workbook.getWorksheet(name), `the sheet ${name}`);
}

/** The rows below the one that holds this heading, each by heading, until the first empty row. */
function rowsUnder(sheet: Worksheet, heading: string): readonly Readonly<Record<string, unknown>>[] {
  let head: readonly string[] | undefined;
  const rows: Record<string, unknown>[] = [];
  let isOver = false;
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const values = Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value);
    if (head === undefined) {
      if (values.includes(heading)) head = values.map((value) => (typeof value === 'string' ? value : ''));
      return;
    }
    isOver ||= values.every((value) => value === null);
    const names = head;
    if (!isOver) rows.push(Object.fromEntries(values.map((value, index) => [names[index] ?? '', value])));
  });
  return rows;
}

/** An amount as a reader of the workbook has it: a number to two decimals, or text; missing stays missing. */
function yuan(value: unknown): string | null {
  if (typeof value === 'number') return value.toFixed(2);
  return typeof value === 'string' ? value : null;
}

function fenOf(text: string): Fen {
  const amount = parseYuan(text);
  return present(typeof amount === 'string' ? undefined : amount, text);
}

describe.each(PACKS)('the workbook of a run of %s', LIMIT, (packId) => {
  it('holds every amount of the run to the fen', async () => {
    const run = await caseRun(packId);
    const { output } = run;
    const sheet = await sheetsOf(run);
    const fund = rowsUnder(sheet('汇总'), '项目').map((row) => [row['项目'], yuan(row['金额（元）'])]);
    expect(fund.slice(1)).toEqual([
      ['本年收入', output.fund.inflow],
      ['本年支出', output.fund.outflow],
      ['年末结余', output.fund.closingBalance],
      ...(fund.length === 5 ? [['其中：风险储备', output.fund.reserve]] : []),
    ]);

    const pools = rowsUnder(sheet('统筹区'), '统筹区');
    expect(pools).toHaveLength(output.pools.length + 1);
    expect(
      pools
        .slice(0, -1)
        .map((row) => ['调剂前结余', '上解额', '下拨合计', '调剂后结余'].map((name) => yuan(row[name]))),
    ).toEqual(output.pools.map((pool) => [pool.balanceBefore, pool.levy, pool.received, pool.balanceAfter]));
    const total = formatYuan(sumFen(output.pools.map((pool) => fenOf(pool.balanceAfter))));
    expect(yuan(pools.at(-1)?.['调剂后结余'])).toBe(total);

    const rows = rowsUnder(sheet('分配明细'), '类别');
    expect(rows.map((row) => [row['类别'], yuan(row['金额（元）']), row['依据条款']])).toEqual([
      ...output.levies.map(({ amount, cite }) => ['上解', amount, cite.join('、')]),
      ...output.allocations.map(({ amount, cite }) => ['下拨', amount, cite.join('、')]),
      ...output.burdens.map(({ amount, cite }) => ['各方承担', amount, cite.join('、')]),
      ...output.refusals.map(({ cite }) => ['不予下拨', null, cite.join('、')]),
    ]);
  });

  it('holds every explained figure with its formula, clauses and readings', async () => {
    const run = await caseRun(packId);
    const sheet = await sheetsOf(run);
    const rows = rowsUnder(sheet('说明'), '编号');
    expect(rows.map((row) => [row['编号'], row['算式'], row['依据条款']])).toEqual(
      run.output.explanation.map((node) => [
        node.id,
        node.formula?.zh ?? null,
        node.cite.length === 0 ? null : node.cite.join('、'),
      ]),
    );
    const amounts = run.output.explanation.map(({ value }) => (value.kind === 'fen' ? value.amount : null));
    expect(rows.map((row) => yuan(row['金额（元）']))).toEqual(amounts);
    const cited = new Set(run.output.explanation.flatMap((node) => node.cite));
    expect(rowsUnder(sheet('依据'), '条款').map((row) => row['条款'])).toEqual([...cited]);
    expect(rowsUnder(sheet('假设与解读'), '参数').map((row) => row['参数'])).toEqual(
      run.output.assumptions.map(({ value }) => value),
    );
  });
});

describe('the workbook of a run', LIMIT, () => {
  it('says on every sheet first what is synthetic, what is a draft, and which run it is', async () => {
    const run = await caseRun('sichuan');
    const sheet = await sheetsOf(run);
    for (const name of ['汇总', '统筹区', '分配明细', '说明', '依据', '假设与解读']) {
      const head = Array.from(
        { length: 9 },
        (_, index) =>
          sheet(name)
            .getRow(index + 1)
            .getCell(2).text,
      ).join('\n');
      for (const said of [
        run.summary.dataNote,
        '征求意见稿',
        run.summary.packHash,
        run.summary.id,
        run.summary.resultHash,
        '2026-03-02 02:30:00（北京时间）',
      ]) {
        expect(head).toContain(said);
      }
    }
  });

  it('keeps an amount that no number holds as text, and takes no word for a formula', async () => {
    const run = openedRun();
    const large = '123456789012345.67';
    const explanation = run.output.explanation.map((node) =>
      node.id === 'fund/inflow' ? { ...node, value: { kind: 'fen' as const, amount: large } } : node,
    );
    const sheet = await sheetsOf({
      ...run,
      summary: { ...run.summary, dataNote: '=1+1' },
      output: { ...run.output, explanation },
    });
    const inflow = rowsUnder(sheet('汇总'), '项目').find((row) => row['项目'] === '本年收入');
    expect(inflow?.['金额（元）']).toBe(large);
    expect(sheet('汇总').getRow(2).getCell(2).value).toBe('=1+1');
  });

  it('is the same bytes whenever it is made', async () => {
    const report = runReport(openedRun());
    const first = await runWorkbook(report);
    await new Promise((resolve) => setTimeout(resolve, 2100)); // a ZIP file tells time in steps of two seconds
    expect(Buffer.compare(first, await runWorkbook(report))).toBe(0);
  });
});
