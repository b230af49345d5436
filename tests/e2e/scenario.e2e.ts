import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';

describeConsole('the scenario workbench', (bench) => {
  /** The total's cells: levy in the run, in the scenario, and the difference. */
  const levyTotals = (): Promise<string[]> =>
    bench()
      .page.locator('table.comparison tfoot td')
      .allInnerTexts()
      .then((cells) => cells.slice(0, 3));

  beforeAll(() => chooseEmployees(bench().page));

  it('opens from the run, says that nothing here is official, and starts as the run itself', async () => {
    const { page } = bench();
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
    const { page, shoot } = bench();
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
    const { page } = bench();
    const field = page.locator('input[name="incentive_share"]');
    await field.fill('130');
    await page.getByText('比例不得超过 100%').waitFor();
    await page.waitForTimeout(400);
    expect(page.url()).not.toContain('incentive_share');
    await field.fill('');
  });

  it('explains a figure of the scenario, not of the run', async () => {
    const { page } = bench();
    await page.locator('button[data-figure="levy/nanchang"]').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: /南昌市 · 上解额/ }).waitFor();
    expect(await drawer.innerText()).toContain('× 8% =');
    expect(page.url()).toContain('levy_rate=8%25');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('is shared by its address', async () => {
    const { page, openPage } = bench();
    const shared = await openPage();
    await shared.goto(page.url());
    await shared.locator('table.comparison tfoot .difference-less').first().waitFor();
    expect(await shared.locator('input[name="levy_rate"]').inputValue()).toBe('8');
    await shared.close();
  });

  it('is saved with name and note, and replays to the same bytes', async () => {
    const { page, shoot } = bench();
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
    const { page } = bench();
    await page.getByRole('button', { name: '全部恢复' }).click();
    await page.getByText('尚未替换任何数值').waitFor();
    await page.getByRole('link', { name: '载入' }).click();
    await page.waitForURL(/levy_rate=8%25/);
    expect(await page.locator('input[name="levy_rate"]').inputValue()).toBe('8');
  });

  it('shows each stage, and speaks English', async () => {
    const { page, shoot } = bench();
    await page.getByText('分环节', { exact: true }).click();
    await page.getByRole('columnheader', { name: '正常调剂' }).waitFor();
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Simulation, not an official result').waitFor();
    await shoot('scenario-english');
    await page.getByText('中文', { exact: true }).click();
  });

  it('leads to another stored run by place and year', async () => {
    const { page, shoot } = bench();
    await page.getByRole('link', { name: '调剂金', exact: true }).click();
    await page.getByRole('combobox', { name: '地区' }).waitFor();
    await page.getByRole('combobox', { name: '年度' }).click();
    await page.locator('.ant-select-item-option', { hasText: '2024' }).first().click();
    await page.getByRole('heading', { level: 1, name: /2024/ }).waitFor();
    await shoot('adjustment-selects');
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
