import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createRunStore } from '#storage/run-store';
import { signInOn } from '#tests/e2e/support/people';
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
      const accounts = city.getByRole('region', { name: '县级责任账' });
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
      await county.getByText('还没有年度').waitFor();
      await bench().shoot(county, 'years-shares');
    });
  },
);
