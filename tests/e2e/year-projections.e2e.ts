import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createFundProjectionStore } from '#storage/fund-projection-store';
import { createRunStore } from '#storage/run-store';
import { choose } from '#tests/e2e/support/choose';
import { signInOn } from '#tests/e2e/support/people';
import { makeYearBench, settle } from '#tests/support/adjustment-year-bench';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { identityServices } from '#tests/support/identity-people';

describeFundConsole(
  'a projection that starts from a year of adjustment',
  async (database) => {
    const stored = await makeYearBench(database);
    const year = await stored.openAndAttest();
    await stored.grant({ kind: 'adoption', pool: 'yunhai', content: { value: 'shortage_rule' } });
    await settle(stored, year, 'first');
    return {
      ...identityServices(database),
      ...stored.services,
      runStore: createRunStore(database),
      fundProjectionStore: createFundProjectionStore(database),
    };
  },
  (bench) => {
    let maker: Page;
    beforeAll(async () => {
      maker = await bench().openPage();
      await maker.goto(`${bench().address}/sign-in?back=/projections`);
      await signInOn(maker, 'maker');
      await maker.getByRole('heading', { level: 1, name: '基金测算' }).waitFor();
    });

    it('takes the frozen figures, and asks for ages and drivers, each with its basis', async () => {
      await maker.getByRole('button', { name: '新建测算' }).click();
      await choose(maker, '调剂年度', /2025/);
      const form = maker.getByRole('form', { name: '新建测算' });
      await form.getByText('首年取自调剂年度锁定的数据').waitFor();
      const submit = form.getByRole('button', { name: '测算并保存' });
      expect(await submit.isDisabled()).toBe(true);
      for (const [field, value] of [
        ['年龄段', '全部'],
        ['相对费用', '1'],
        ['费用另增', '0'],
        ['减少率', '0'],
        ['缴费占比', '100'],
        ['新增占比', '100'],
        ['依据', '虚构'],
      ] as const)
        await form.getByLabel(`第 1 段 ${field}`).fill(value);
      for (const pool of ['east', 'west', 'north']) await form.getByLabel(`${pool} 第 1 段人数`).fill('1000');
      for (const driver of ['人均缴费增长率', '同龄人均费用增长率', '新参保率']) {
        await form.getByLabel(`职工医保 ${driver} 中心值`).fill(driver === '同龄人均费用增长率' ? '9' : '0');
        await form.getByLabel(`职工医保 ${driver} 依据`).fill('虚构');
      }
      await form.getByLabel('路径数').fill('0');
      await form.getByLabel('名称', { exact: true }).fill('年度起步');
      await bench().shoot(maker, 'year-projection-form');
      await submit.click();
    });

    it('SD-5.1: names its year, tells the flow from what has accumulated, and why nothing is paid', async () => {
      await maker.getByRole('heading', { level: 1, name: '年度起步' }).waitFor();
      await maker.getByRole('link', { name: /2025 年度，第 1 版锁定快照/ }).waitFor();
      await maker.getByText('仅有权人员可见').first().waitFor();
      const headers = await maker.getByRole('columnheader').allInnerTexts();
      expect(headers).toEqual(expect.arrayContaining(['当年新增缺口无来源', '累计缺口无来源']));
      await maker.getByText('赤字未补足').first().waitFor();
      await maker.getByRole('button', { name: '重放' }).click();
      await maker.locator('.replay-same').waitFor();
      await bench().shoot(maker, 'year-projection');
    });

    it('is in nobody else’s list', async () => {
      const other = await bench().openPage();
      await other.goto(`${bench().address}/projections`);
      await other.getByText('还没有测算').waitFor();
      await other.close();
    });
  },
);
