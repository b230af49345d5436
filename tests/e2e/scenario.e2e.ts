import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '#tests/e2e/support/browser';
import { newDataFolder, startProgram, type RunningProgram } from '#tests/e2e/support/program';

const SCREENSHOTS = fileURLToPath(new URL('screenshots', import.meta.url));
const executable = findBrowser();

describe.skipIf(executable === undefined)('the scenario workbench', () => {
  let data: Awaited<ReturnType<typeof newDataFolder>>;
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    data = await newDataFolder();
    program = await startProgram(data.path);
    browser = await launchBrowser(executable ?? '');
    page = await browser.newPage({ viewport: { width: 1680, height: 1000 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(program.address);
    await page.getByRole('heading', { level: 1, name: /调剂金/ }).waitFor();
    await chooseEmployees(page);
  });

  afterAll(async () => {
    await browser.close();
    await program.stop();
    await data.remove();
  });

  const shoot = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  /** The total's cells: levy in the run, in the scenario, and the difference. */
  const levyTotals = (): Promise<string[]> =>
    page
      .locator('table.comparison tfoot td')
      .allInnerTexts()
      .then((cells) => cells.slice(0, 3));

  it('opens from the run, says that nothing here is official, and starts as the run itself', async () => {
    await page.getByRole('link', { name: '情景模拟' }).click();
    await page.getByText('情景模拟，非正式结果').waitFor();
    await page.locator('table.comparison tbody tr').first().waitFor();
    const text = await page.locator('main').innerText();
    for (const shown of ['合成数据', 'JX-2.2.3', '尚未替换任何数值']) expect(text).toContain(shown);
    const [baseline, scenario, difference] = await levyTotals();
    expect(scenario).toBe(baseline);
    expect(difference).toContain('0.00');
  });

  it('JX-2.2.3: reckons the levy at 8% instead of 10% while it is typed', async () => {
    await page.locator('input[name="levy_rate"]').fill('8');
    await page.waitForURL(/levy_rate=8%25/);
    await page.locator('table.comparison tfoot .difference-less').first().waitFor();
    await page.getByText('财政补足按实际赤字计').waitFor();
    const [baseline = '', scenario = '', difference = ''] = await levyTotals();
    const [before, after] = [hundredths(baseline), hundredths(scenario)];
    expect(after < before).toBe(true);
    // 8% of the same base is four fifths; each shown figure is rounded to 0.01 万元.
    expect(after * 5n - before * 4n).toBeGreaterThanOrEqual(-5n);
    expect(after * 5n - before * 4n).toBeLessThanOrEqual(5n);
    expect(difference).toContain('▼ −');
    await page.locator('figure.chart svg text', { hasText: '调剂金' }).first().waitFor();
    await shoot('scenario');
  });

  it('shows a typed figure that is none as such, and reckons nothing from it', async () => {
    const field = page.locator('input[name="incentive_share"]');
    await field.fill('130');
    await page.getByText('比例不得超过 100%').waitFor();
    await page.waitForTimeout(400);
    expect(page.url()).not.toContain('incentive_share');
    await field.fill('');
  });

  it('explains a figure of the scenario, not of the run', async () => {
    await page.locator('button[data-figure="levy/nanchang"]').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: /南昌市 · 上解额/ }).waitFor();
    expect(await drawer.innerText()).toContain('× 8% =');
    expect(page.url()).toContain('levy_rate=8%25');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('is shared by its address', async () => {
    const shared = await browser.newPage({ viewport: { width: 1680, height: 1000 } });
    await shared.goto(page.url());
    await shared.locator('table.comparison tfoot .difference-less').first().waitFor();
    expect(await shared.locator('input[name="levy_rate"]').inputValue()).toBe('8');
    await shared.close();
  });

  it('is saved with name and note, and replays to the same bytes', async () => {
    await page.locator('input[name="scenario-name"]').fill('上解降到 8%');
    await page.locator('input[name="scenario-note"]').fill('会议讨论稿');
    await page.getByRole('button', { name: '保存情景' }).click();
    const saved = page.locator('table.saved tbody tr', { hasText: '上解降到 8%' });
    await saved.waitFor();
    await saved.getByRole('button', { name: /重放/ }).click();
    await saved.getByText(/逐字节一致/).waitFor();
    await shoot('scenario-saved');
  });

  it('loads a saved scenario into the form', async () => {
    await page.getByRole('button', { name: '全部恢复' }).click();
    await page.getByText('尚未替换任何数值').waitFor();
    await page.getByRole('link', { name: '载入' }).click();
    await page.waitForURL(/levy_rate=8%25/);
    expect(await page.locator('input[name="levy_rate"]').inputValue()).toBe('8');
  });

  it('shows each stage, and speaks English', async () => {
    await page.getByText('分环节', { exact: true }).click();
    await page.getByRole('columnheader', { name: '正常调剂' }).waitFor();
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Simulation, not an official result').waitFor();
    await shoot('scenario-english');
    await page.getByText('中文', { exact: true }).click();
  });

  it('leads to another stored run by place and year', async () => {
    await page.getByRole('link', { name: '调剂金', exact: true }).click();
    await page.getByRole('combobox', { name: '地区' }).waitFor();
    await page.getByRole('combobox', { name: '年度' }).click();
    await page.locator('.ant-select-item-option', { hasText: '2024' }).first().click();
    await page.getByRole('heading', { level: 1, name: /2024/ }).waitFor();
    await shoot('adjustment-selects');
  });

  it('raises no fault in the browser', () => {
    expect(faults).toEqual([]);
  });
});

/** The newest run may be of either insurance type; the figures here are the employees'. */
async function chooseEmployees(page: Page): Promise<void> {
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  if (!heading.includes('职工医保')) await page.getByText('职工医保', { exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: /职工医保/ }).waitFor();
}

function hundredths(shown: string): bigint {
  return BigInt(shown.replace(/[,.]/g, ''));
}
