import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { choose } from '#tests/e2e/support/choose';
import { signInOn } from '#tests/e2e/support/people';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { identityServices } from '#tests/support/identity-people';
import { LETTER, makeSupervisionBench, type SupervisionBench } from '#tests/support/supervision-bench';

let stored: SupervisionBench;

describeFundConsole(
  'supervision from a case to its end',
  async (database) => {
    stored = await makeSupervisionBench(database);
    return { ...identityServices(database), ...stored.services };
  },
  (bench) => {
    let maker: Page;
    let checker: Page;

    beforeAll(async () => {
      [maker, checker] = [await bench().openPage(), await bench().openPage()];
      for (const [page, login] of [
        [maker, 'maker'],
        [checker, 'checker'],
      ] as const) {
        await page.goto(`${bench().address}/sign-in?back=/fund/supervision`);
        await signInOn(page, login);
        await page.getByRole('heading', { level: 1, name: '监督检查' }).waitFor();
      }
    });

    it('SC-3.3-c: a case is opened on a line of the policy', async () => {
      await maker.getByRole('button', { name: '立项检查' }).click();
      const form = maker.getByRole('form', { name: '立项检查' });
      await form.getByLabel('年度').fill('2025');
      await choose(maker, '统筹区', 'east');
      await choose(maker, '监管方式', '日常监管');
      await choose(maker, '环节', '使用');
      await form.getByLabel('立项日期').fill('2026-02-01');
      await form.getByLabel('单位代码').fill('H1');
      await fillDocument(form);
      await form.getByRole('button', { name: '立项检查' }).click();
      await maker.getByRole('link', { name: '事项 1 号' }).click();
      await maker.getByText('尚未登记查出的问题').waitFor();
    });

    it('AH-1.4-e: a finding is added, and put right by a recovery of the ledger and a loss', async () => {
      const event = await stored.recover('east', '60.00');
      await maker.getByRole('button', { name: '登记问题' }).click();
      const found = maker.getByRole('form', { name: '登记问题' });
      await found.getByLabel('问题', { exact: true }).fill('串换诊疗项目');
      await found.getByLabel('违反的条款').fill('NAT-735.38');
      await found.getByLabel('应退回基金的金额').fill('100');
      await found.getByRole('button', { name: '登记问题' }).click();
      await maker.getByRole('button', { name: '报告整改' }).click();
      const report = maker.getByRole('form', { name: '报告整改' });
      await report.getByLabel('记账事项编号').fill(String(event));
      await report.getByLabel('计入金额').fill('60');
      await report.getByLabel('核为损失').fill('40');
      await fillDocument(report);
      await report.getByRole('button', { name: '报告整改' }).click();
      await maker.getByText('须由另一人').first().waitFor();
      await bench().shoot(maker, 'supervision-case');
    });

    it('another person finds it in the inbox and confirms it; then the case is closed and the year adds it up', async () => {
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('heading', { name: '整改待确认' }).waitFor();
      await checker.getByRole('link', { name: '确认' }).click();
      await checker.getByRole('button', { name: '确认 事项 1 号' }).click();
      await checker.getByText('已确认').waitFor();
      await maker.reload();
      await maker.getByRole('button', { name: '办结', exact: true }).click();
      await maker.getByText('已办结').first().waitFor();
      await maker.getByRole('link', { name: '返回监督检查' }).click();
      const total = maker.getByRole('region', { name: '年度汇总' }).locator('tfoot');
      await total.waitFor();
      for (const [at, yuan] of ['100.00', '60.00', '40.00'].entries())
        expect(await total.locator('.money').nth(at).getAttribute('title')).toBe(`${yuan} 元`);
      await bench().shoot(maker, 'supervision-register');
    });
  },
);

async function fillDocument(form: ReturnType<Page['getByRole']>): Promise<void> {
  await form.getByLabel('文号或名称').fill(LETTER.document);
  await form.getByLabel('材料 SHA-256').fill(LETTER.documentHash);
}
