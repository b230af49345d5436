import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { choose } from '#tests/e2e/support/choose';

describeConsole('the fund projections', (bench) => {
  let page: Page;
  beforeAll(() => {
    page = bench().page;
  });

  it('say what to do while there is none, without an account', async () => {
    await page.getByRole('link', { name: '基金测算' }).click();
    await page.getByText('还没有测算').waitFor();
    await page.getByRole('button', { name: '新建测算' }).click();
    const file = page.getByLabel('输入文件');
    await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') });
    await page.getByText('文件不是 JSON').waitFor();
  });

  it('start from figures of a year, completed by an example of ages that is marked as assumed', async () => {
    const path = `${bench().folder}/figures.json`;
    await writeFile(path, JSON.stringify(FIGURES));
    const form = page.getByRole('form', { name: '新建测算' });
    await form.getByLabel('输入文件').setInputFiles(path);
    await form.getByText('已载入 figures.json：2 个统筹区').waitFor();
    await form.getByText('并非本地数据').first().waitFor();
    await choose(page, '地区（政策包）', '江西省');
    await form.getByLabel('路径数').fill('60');
    await form.getByLabel('可支付月数底线').fill('6');
    await form.getByLabel('底线的依据').fill('省级警戒线（虚构）');
    await form.getByLabel('职工医保 同龄人均费用增长率 情景中心值').fill('3');
    await form.getByLabel('情景名称').fill('控费');
    await form.getByLabel('情景依据').fill('改革目标（虚构）');
    await form.getByLabel('名称', { exact: true }).fill('示例十年测算');
    await bench().shoot('fund-projection-form');
  });

  it('AH-1.4-d: show the fan, the first year below the floor, its chance and what moves it most', async () => {
    await page.getByRole('button', { name: '测算并保存' }).click();
    await page.getByRole('heading', { level: 1, name: '示例十年测算' }).waitFor();
    await page.locator('table.first-years .below-floor').first().waitFor();
    await page.getByRole('img', { name: '可支付月数' }).locator('svg').waitFor();
    await page.getByRole('img', { name: '动因敏感度' }).locator('svg').waitFor();
    expect(await page.locator('[data-chance=soFar] td').last().innerText()).toMatch(/^\d+\.\d\d%$/);
    expect(await page.locator('[data-driver]').count()).toBe(3);
    await page.waitForLoadState('networkidle');
    await bench().shoot('fund-projection');
  });

  it('every figure of a year opens its explanation, down to the drivers', async () => {
    await page
      .locator('tr[data-year="2027"][data-pool=east]')
      .getByRole('button', { name: /可支付月数/ })
      .click();
    const drawer = page.getByRole('dialog', { name: '数字说明' });
    await drawer.locator('.figure-value').waitFor();
    await bench().shoot('fund-projection-figure');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('the scenario stands beside the baseline, and a kept projection reckons to the same bytes', async () => {
    await page.getByRole('radiogroup', { name: '所看的测算' }).getByText('控费').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('course')).toBe('scenario');
    await page.getByRole('button', { name: '重放' }).click();
    await page.locator('.replay-same').waitFor();
    await page.getByRole('link', { name: '返回测算列表' }).click();
    await page.getByRole('link', { name: '示例十年测算' }).waitFor();
    await page.getByRole('link', { name: '以此为起点' }).click();
    await page.getByText('已载入 示例十年测算').waitFor();
  });

  it('they all speak English', async () => {
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Fund projections' }).waitFor();
    await bench().shoot('fund-projections-english');
  });
});

const CONDITIONS = {
  levyPaid: true,
  breachesCorrected: true,
  budgetMet: true,
  enrolmentMet: true,
  subsidyPaid: true,
};

function poolOf(id: string, insured: number, revenue: string, expenditure: string, openingBalance: string) {
  const none = { treasuryCover: '0.00', emergency: '0.00', emergencyCause: 'other' };
  return {
    id,
    insured,
    collections: revenue,
    revenue,
    expenditure,
    openingBalance,
    conditions: CONDITIONS,
    ...none,
  };
}

/** Invented figures of employees in two invented pools. */
const FIGURES = {
  year: 2026,
  scheme: 'employee',
  fund: { openingBalance: '200000000.00', interest: '3000000.00', otherIncome: '0.00' },
  pools: [
    poolOf('east', 900_001, '2900000000.00', '2750000000.00', '1900000000.00'),
    poolOf('west', 400_000, '1100000000.00', '1120000000.00', '760000000.00'),
  ],
};
