import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { readPdf } from '#tests/support/pdf-text';

describeConsole('exporting a run and comparing policies', (bench) => {
  async function download(button: string): Promise<{ readonly name: string; readonly path: string }> {
    const { page, folder } = bench();
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: button }).click(),
    ]);
    const path = join(folder, kept.suggestedFilename());
    await kept.saveAs(path);
    return { name: kept.suggestedFilename(), path };
  }

  it('gives the run as a workbook with the figures of the page', async () => {
    const { page } = bench();
    await page.getByRole('heading', { level: 1, name: /年度.*调剂金/ }).waitFor();
    const file = await download('导出 XLSX');
    expect(file.name).toMatch(/年度.*调剂金-.*\.xlsx$/);
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(file.path);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '汇总',
      '统筹区',
      '分配明细',
      '说明',
      '依据',
      '假设与解读',
    ]);
    const pools = await page.locator('main tbody th[scope="row"]').allInnerTexts();
    const names: string[] = [];
    workbook
      .getWorksheet('统筹区')
      ?.getColumn(1)
      .eachCell((cell) => names.push(cell.text));
    for (const pool of pools.filter((name) => name !== '合计')) expect(names).toContain(pool.trim());
  });

  it('gives the run as a PDF that says what is synthetic on every page', async () => {
    const { shoot } = bench();
    const file = await download('导出 PDF');
    expect(file.name).toMatch(/年度.*调剂金-.*\.pdf$/);
    const pdf = readPdf(await readFile(file.path));
    expect(pdf.pageCount).toBeGreaterThan(1);
    for (const text of pdf.pages) expect(text).toContain('数据说明');
    await shoot('export-buttons');
  });

  it('sets the places side by side, says what one does not state, and marks what differs', async () => {
    const { page, shoot } = bench();
    await page.getByRole('link', { name: '对比', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '政策对比' }).waitFor();
    expect(await page.locator('table.compare thead th').count()).toBe(6);
    const base = page.locator('tr[data-row="levy.base"]');
    const text = await base.innerText();
    for (const shown of ['上年征缴收入', '当年征缴收入', '当年基金收入', '未规定', '有差异']) {
      expect(text).toContain(shown);
    }
    await shoot('compare');
    await page.getByText('筹资', { exact: true }).first().click();
    await page.locator('tbody[data-topic="contribution"]').waitFor();
    expect(await page.locator('tbody[data-topic]').count()).toBe(1);
    await shoot('compare-contribution');
  });

  it('draws the versions of a value along the years, each told in words', async () => {
    const { page, shoot } = bench();
    const spans = page.locator('.time-span');
    expect(await spans.count()).toBeGreaterThan(1);
    expect(await spans.first().innerText()).toMatch(/\d{4}-\d{2}-\d{2}/);
    await shoot('compare-history', page.locator('.history'));
  });

  it('leads from a clause to the steps and figures that cite it, and to the figure itself', async () => {
    const { page, address, shoot } = bench();
    await page.locator('tr[data-row] a.clause-link').first().click();
    await page.waitForURL(/\/policy\/\w+#/);
    await page.goto(`${address}/policy/jiangxi#JX-2.2.3`);
    const clause = page.locator('article[id="JX-2.2.3"]');
    await clause.getByText('据此的调剂步骤').waitFor();
    expect(await clause.innerText()).toContain('上解');
    const figure = clause.locator('a[href*="figure="]').first();
    await figure.waitFor();
    await shoot('policy-uses', clause);
    await figure.click();
    await page.getByRole('dialog').waitFor();
    expect(page.url()).toContain('figure=');
  });

  it('speaks English as well', async () => {
    const { page, address, shoot } = bench();
    await page.goto(`${address}/compare`);
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Policies compared' }).waitFor();
    await shoot('compare-english');
  });
});
