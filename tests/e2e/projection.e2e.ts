import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';

/** Growth by which expenditure outruns revenue, so that the years ahead come into trouble. */
const GROWTH = { collections: '3', revenue: '3', expenditure: '7', insured: '0' };

describeConsole('the years ahead of a scenario', (bench) => {
  beforeAll(async () => {
    const { page } = bench();
    await page.getByRole('link', { name: '情景模拟' }).click();
    await page.getByText('情景模拟，非正式结果').waitFor();
  });

  it('are not projected before every growth is given', async () => {
    const { page } = bench();
    const run = page.getByRole('button', { name: '开始推演' });
    await run.waitFor();
    for (const [name, text] of Object.entries(GROWTH)) {
      expect(await run.isDisabled()).toBe(true);
      await page.locator(`input[name="growth-${name}"]`).fill(text);
    }
    expect(await run.isEnabled()).toBe(true);
    await page.locator('input[name="growth-revenue"]').fill('200');
    await page.getByText('应在 -100% 至 100% 之间').waitFor();
    expect(await run.isDisabled()).toBe(true);
    await page.locator('input[name="growth-revenue"]').fill(GROWTH.revenue);
  });

  it('show ten years of the fund and of each pool, the policy as it is beside the scenario', async () => {
    const { page, shoot } = bench();
    await page.locator('input[name="levy_rate"]').fill('8');
    await page.waitForURL(/levy_rate=8%25/);
    await page.locator('input[name="floor-months"]').fill('6');
    await page.getByRole('button', { name: '开始推演' }).click();
    await page.waitForURL(/ahead=/);
    await page.locator('table.years tbody tr').nth(9).waitFor();
    expect(await page.locator('table.years tbody tr').count()).toBe(10);
    expect(await page.locator('table.years tbody tr .difference-less').count()).toBeGreaterThan(0);
    await page.locator('.projection figure.chart svg').nth(1).waitFor();
    expect(await page.locator('table.first-years td.first-year').count()).toBeGreaterThan(0);
    expect(await page.locator('table.pool-years td.cell-below').count()).toBeGreaterThan(0);
    await shoot('projection', page.locator('.projection'));
    await shoot('projection-page');
  });

  it('are shared by their address', async () => {
    const { page, openPage } = bench();
    const shared = await openPage();
    await shared.goto(page.url());
    await shared.locator('table.years tbody tr').nth(9).waitFor();
    expect(await shared.locator('input[name="growth-expenditure"]').inputValue()).toBe('7');
    expect(await shared.locator('input[name="levy_rate"]').inputValue()).toBe('8');
    await shared.close();
  });

  it('let a single pool grow by a rate of its own', async () => {
    const { page } = bench();
    const cells = page.locator('table.pool-years tbody tr').first().locator('td');
    const before = await cells.allInnerTexts();
    await page.getByText('个别统筹区另设增长率').click();
    await page.locator('table.own-growth tbody tr').first().locator('input').nth(2).fill('20');
    await page.getByRole('button', { name: '开始推演' }).click();
    await page.waitForURL(/pools/);
    await expect.poll(() => cells.allInnerTexts(), { timeout: 20_000 }).not.toEqual(before);
    expect((await cells.allInnerTexts())[0]).toBe(before[0]);
  });

  it('are saved with the scenario, replayed to the same bytes, and loaded again', async () => {
    const { page } = bench();
    await page.locator('input[name="scenario-name"]').fill('十年推演');
    await page.getByRole('button', { name: '保存情景' }).click();
    const saved = page.locator('table.saved tbody tr', { hasText: '十年推演' });
    await saved.getByText('推演 10 年').waitFor();
    await saved.getByRole('button', { name: /重放/ }).click();
    await saved.getByText(/逐字节一致/).waitFor();
    await page.getByRole('button', { name: '清除推演' }).click();
    await page.locator('table.years').waitFor({ state: 'detached' });
    await saved.getByRole('link', { name: '载入' }).click();
    await page.locator('table.years tbody tr').nth(9).waitFor();
  });

  it('speak English', async () => {
    const { page, shoot } = bench();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Year by year' }).waitFor();
    await shoot('projection-english', page.locator('.projection'));
  });
});
