import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { CHECKER, makeFundDesk, MAKER } from '#tests/e2e/support/fund-desk';
import { signInOn } from '#tests/e2e/support/people';

const JANUARY = '/fund/statements?subject=linjiang&insuranceType=resident&period=2026-01';

describeConsole('the statements', (bench) => {
  let mei: Page;
  let an: Page;
  let exported = '';
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${bench().address}${path}`);

  beforeAll(async () => {
    mei = bench().page;
    const desk = await makeFundDesk(bench().address, bench().output());
    const party = { counterparty: 'government:G1' };
    await desk.post('subsidy_received', '2026-01-05', { pooled: '5000000.00' }, party);
    await desk.post('subsidy_received', '2026-01-21', { pooled: '4321.09' }, party);
    await desk.checker('POST', '/api/v1/books/linjiang/resident/months/2026-01/close', {});
    an = await bench().openPage();
    await open(mei, '/fund/statements');
    await signInOn(mei, MAKER);
    await open(an, '/inbox');
    await signInOn(an, CHECKER);
    await an.getByRole('heading', { level: 1, name: '待办复核' }).waitFor();
  });

  it('NAT-28.10: a statement is drawn from the ledger, and each figure opens to entries, events and clauses', async () => {
    await mei.getByText('请选择统筹区').waitFor();
    await open(mei, JANUARY);
    await mei.getByRole('heading', { level: 2, name: '资产负债表' }).waitFor();
    await bench().shoot('statement-wan');
    await mei.getByRole('radiogroup', { name: '金额单位' }).getByText('元', { exact: true }).click();
    await mei
      .getByRole('button', { name: /5,004,321\.09/ })
      .first()
      .click();
    const drawer = mei.getByRole('dialog', { name: '数字的来源' });
    await drawer
      .getByRole('link', { name: /第 \d+ 号/ })
      .first()
      .waitFor();
    await drawer.locator('.clause-link').first().waitFor();
    await mei.screenshot({ path: `${bench().folder}/cell.png` });
    await mei.keyboard.press('Escape');
    await expect.poll(() => new URL(mei.url()).searchParams.has('cell')).toBe(false);
  });

  it('a closed month is handed in by one person and signed by another, who finds it in the inbox', async () => {
    await mei.getByRole('button', { name: '提交发布' }).click();
    await mei.getByText('须由另一人办理').waitFor();
    await an.reload();
    await an.getByRole('link', { name: /发布/ }).click();
    await an.getByRole('button', { name: /^发布/ }).click();
    await an.getByText('已发布').first().waitFor();
    await an.getByRole('button', { name: '重新生成并比对' }).click();
    await an.getByText('与存档逐字节相同').waitFor();
    await an.screenshot({ path: `${bench().folder}/kept.png`, fullPage: true });
    const [file] = await Promise.all([
      an.waitForEvent('download'),
      an.getByRole('link', { name: /XLSX/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    exported = await file.path();
  });

  it('NAT-28.10: an exported file is checked by its sums, and one that does not add up is told by form, line and column', async () => {
    const check = async (name: string, buffer: Buffer): Promise<void> => {
      await mei
        .getByLabel('报表文件', { exact: true })
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await mei.getByRole('button', { name: '核对', exact: true }).click();
    };
    await open(mei, '/fund/statements/check');
    await check('报表.xlsx', await readFile(exported));
    await mei.getByText('没有不符之处').waitFor();
    const rows = ['temporary_receipts', 'borrowings', 'liabilities'];
    const lines = rows.map((line, index) => `balance_sheet,${line},期末余额,${index}.10`);
    await check('别处.csv', Buffer.from(['form,line,column,amount', ...lines].join('\n')));
    await mei.locator('[data-broken=liabilities]').getByText('期末余额').waitFor();
    await bench().shoot('statement-check');
  });

  it('kept statements are listed with who made and who signed them, in English as well', async () => {
    await open(mei, '/fund/statements/kept');
    await mei
      .getByRole('row', { name: /2026-01/ })
      .getByText('已发布')
      .waitFor();
    await mei.getByText('English', { exact: true }).click();
    await mei.getByRole('heading', { level: 1, name: 'Kept statements' }).waitFor();
    await bench().shoot('statements-kept');
  });
});
