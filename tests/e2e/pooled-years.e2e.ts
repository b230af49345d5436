import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createRunStore } from '#storage/run-store';
import { signInOn } from '#tests/e2e/support/people';
import { choose } from '#tests/e2e/support/choose';
import { settle } from '#tests/support/adjustment-year-bench';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { identityServices } from '#tests/support/identity-people';
import { makePooledYear } from '#tests/support/pooled-year-bench';

let yearId = '';

describeFundConsole(
  'a year under full pooling, seen by the city and by a county',
  async (database) => {
    const { bench, id } = await makePooledYear(database);
    await settle(bench, id, 'k');
    yearId = id;
    return { ...identityServices(database), ...bench.services, runStore: createRunStore(database) };
  },
  (bench) => {
    let city: Page;
    let county: Page;

    beforeAll(async () => {
      [city, county] = [await bench().openPage(), await bench().openPage()];
      for (const [page, login] of [
        [city, 'maker'],
        [county, 'easterner'],
      ] as const) {
        await page.goto(`${bench().address}/sign-in?back=/fund/years`);
        await signInOn(page, login);
        await page.getByRole('heading', { level: 1, name: '年度调剂' }).waitFor();
      }
    });

    it('JH-4.7-a, JH-4.7-d, JH-4.7-e, JH-4.8: the city sees what each county sent up, was paid and bears', async () => {
      await city.goto(`${bench().address}/fund/years/${yearId}`);
      await city.getByText('元', { exact: true }).first().click();
      const accounts = city.getByRole('region', { name: '县区责任账' });
      await accounts.getByRole('row').nth(3).waitFor();
      const [, east = ''] = await accounts.getByRole('row').allInnerTexts();
      for (const figure of ['1,000.00', '1,200.00', '-200.00', '75.00', '100.00', '45.00', '20.00', '145.00'])
        expect(east).toContain(figure);
      await bench().shoot(city, 'years-responsibility');
    });

    it('NAT-28.3: a county finds its own share of the city’s year, with its notices, and no year of its own', async () => {
      await county.getByText('元', { exact: true }).first().click();
      const shares = county.getByRole('region', { name: '本统筹区的上解下拨' });
      await shares.getByRole('row').nth(1).waitFor();
      expect(await shares.getByRole('row').count()).toBeGreaterThan(2);
      const [notice] = await Promise.all([
        county.waitForEvent('download'),
        shares.getByRole('link', { name: '上解通知书' }).click(),
      ]);
      expect(notice.suggestedFilename()).toMatch(/\.pdf$/);
      await county.getByText('本级没有调剂金').waitFor();
      await bench().shoot(county, 'years-shares');
    });

    it('JH-4.8: a county sees its own responsibility account, though the year is the city’s', async () => {
      const accounts = county.getByRole('region', { name: '县区责任账' });
      await accounts.getByRole('row').nth(1).waitFor();
      expect(await accounts.getByRole('row').count()).toBe(2);
      expect(await accounts.getByRole('row').nth(1).innerText()).toContain('145.00');
    });

    it('a year leads to a projection that starts from it', async () => {
      await city.getByRole('link', { name: '测算', exact: true }).click();
      const form = city.getByRole('form', { name: '新建测算' });
      await form.getByLabel('年数（含首年）').waitFor();
      await city.goBack();
    });

    it('SC-3.1, SD-5.3: the place of the fund scores a pool by the plan of the year, another grants it, the pool sees it', async () => {
      await city.goto(`${bench().address}/fund/years/${yearId}`);
      await city.getByRole('button', { name: '提出事项' }).first().click();
      const form = city.getByRole('form', { name: '提出事项' });
      await choose(city, '类别', '年度考核');
      await choose(city, '统筹区', 'east');
      await form.getByLabel('文号或名称').fill('YH-2026-9');
      await form.getByLabel('材料 SHA-256').fill('e'.repeat(64));
      const item = {
        编号: 'fund',
        '名称（中文）': '基金管理',
        '名称（英文）': 'Fund',
        满分: '100',
        得分: '92.5',
        依据: '决算',
      };
      for (const [label, text] of Object.entries(item)) await form.getByLabel(`${label} 1`).fill(text);
      await form.getByRole('button', { name: '提出事项' }).click();
      await form.waitFor({ state: 'detached' });
      await city.getByText('得分 92.50（满分 100.00 分）').first().waitFor();

      const checker = await bench().openPage();
      await checker.goto(`${bench().address}/sign-in?back=/fund/years/${yearId}`);
      await signInOn(checker, 'checker');
      await checker.getByRole('button', { name: '同意 年度考核', exact: true }).click();
      const results = checker.getByRole('region', { name: '考核结果' });
      await results.getByText('基金管理 92.5 / 100').waitFor();
      await bench().shoot(checker, 'years-assessed');
      await county.reload();
      await county.getByText('得分 92.50（满分 100.00 分）').waitFor();
    });
  },
);
