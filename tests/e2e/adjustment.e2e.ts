import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';

describeConsole('the console after the main job', (bench) => {
  it('shows the year of each pool in Chinese, and says what is synthetic and assumed', async () => {
    const { page, shoot } = bench();
    await page.getByRole('heading', { level: 1, name: /江西省 2024 年度.*调剂金/ }).waitFor();
    await page.locator('figure.chart svg text', { hasText: '南昌市' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    expect(await page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(11);
    const text = await page.locator('main').innerText();
    for (const shown of [
      '合成数据',
      '假设',
      '南昌市',
      '上饶市',
      '上解额',
      '正常调剂',
      '激励调剂',
      '可支付月数',
    ]) {
      expect(text).toContain(shown);
    }
    await shoot('adjustment');
  });

  it('JX-2.2.3: leads from a figure to its clause by keyboard alone, and back to the figure', async () => {
    const { page, shoot } = bench();
    const figure = page.locator('button[data-figure="levy/nanchang"]').first();
    await tabTo(page, 'levy/nanchang');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: /南昌市 · 上解额/ }).waitFor();
    expect(page.url()).toContain('figure=levy');
    const text = await drawer.innerText();
    expect(text).toContain('× 10% =');
    expect(text).toContain('JX-2.2.3');
    expect(text).toContain('赣府厅发〔2024〕5号');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await shoot('explanation');

    await tabToLink(page, 'JX-2.2.3');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /江西省/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/policy/jiangxi');
    expect(new URL(page.url()).hash).toBe('#JX-2.2.3');
    await shoot('policy');

    await page.goBack();
    await drawer.waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await figure.waitFor();
    expect(page.url()).not.toContain('figure=');
  });

  it('JX-2.5: tells why a pool is paid nothing', async () => {
    const { page } = bench();
    await page.locator('button[data-figure="gate/jingdezhen"]').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('不满足：预算收支达标').first().waitFor();
    expect(await drawer.innerText()).toContain('JX-2.5');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('speaks English at a switch, and shows the other insurance type', async () => {
    const { page, shoot } = bench();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Jiangxi/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await shoot('adjustment-english');
    await page.getByText('中文', { exact: true }).click();
    await page.getByText('居民医保', { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: /居民医保/ }).waitFor();
    await shoot('adjustment-resident');
  });

  it('replays a stored run from the page to the same bytes', async () => {
    const { page, shoot } = bench();
    await page.getByRole('link', { name: '计算记录' }).click();
    await page.getByRole('button', { name: /重放/ }).first().click();
    await page.getByText(/一致/).first().waitFor();
    await shoot('runs');
  });

  it('writes the formulas of the policy in words with their clauses, and draws them', async () => {
    const { page, shoot } = bench();
    await page.goto(new URL('/policy/jiangxi', page.url()).href);
    await page.getByRole('link', { name: '计算公式' }).click();
    await page.locator('summary', { hasText: '居民缴费' }).click();
    const card = page.locator('.formula', { hasText: '居民缴费' });
    await card.getByText('资助缴费').first().waitFor();
    expect(await card.locator('li').count()).toBeGreaterThan(5);
    expect(await card.locator('li').filter({ hasText: '财政补助' }).first().locator('a').count()).toBe(1);
    const picture = card.getByRole('img', { name: '居民缴费公式图' });
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    await card.scrollIntoViewIfNeeded();
    await shoot('policy-formulas');
  });
});

/** Presses Tab until the figure has the focus, as a person without a mouse does. */
async function tabTo(page: Page, figure: string): Promise<void> {
  await page.locator('body').press('Home');
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['figure']);
    if (here === figure) return;
  }
  throw new Error(`Tab never reached the figure ${figure}`);
}

async function tabToLink(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.tagName === 'A' ? element.textContent : '';
    });
    if (here === text) return;
  }
  throw new Error(`Tab never reached the link ${text}`);
}
