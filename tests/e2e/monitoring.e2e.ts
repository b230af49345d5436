import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createStatementStore } from '#storage/statement/statement-store';
import { makeYearBench, POOL_YEARS } from '#tests/support/adjustment-year-bench';
import { signInOn } from '#tests/e2e/support/people';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { identityServices } from '#tests/support/identity-people';
import { inventedMonitoring } from '#tests/support/invented-monitoring';

const WATCHED = '/fund/monitoring?subject=yunhai&insuranceType=employee&month=2025-12';

/** The east took 1,000 in on 500 and spent 1,400: it holds 0.86 months, and its year is 400 short. The fund itself holds 205. */
const YEARS = {
  ...POOL_YEARS,
  east: { opening: '500.00', premium: '1000.00', subsidy: '0.00', benefit: '1400.00' },
};

describeFundConsole(
  'the watch over the funds',
  async (database) => {
    const { services } = await makeYearBench(database, inventedMonitoring(), YEARS);
    return { ...identityServices(database), ...services, statementStore: createStatementStore(database) };
  },
  (bench) => {
    let maker: Page;
    let checker: Page;

    beforeAll(async () => {
      [maker, checker] = [await bench().openPage(), await bench().openPage()];
      for (const [page, login, back, title] of [
        [maker, 'maker', '/fund/monitoring', '运行监测'],
        [checker, 'checker', '/inbox', '待办复核'],
      ] as const) {
        await page.goto(`${bench().address}/sign-in?back=${back}`);
        await signInOn(page, login);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
      }
    });

    it('SC-3.3-b: every pool stands against the lines of the place’s policy, which says what it assumes', async () => {
      await maker.getByText('请选择统筹区').waitFor();
      const overview = maker.getByRole('region', { name: '各基金最近结账月份的预警' });
      await overview.getByText(/east · 可支付月数 0\.86 月/).waitFor();
      await maker.goto(`${bench().address}${WATCHED}`);
      const row = maker.getByRole('row', { name: /^east/ });
      await row.getByText('0.86').waitFor();
      expect(await row.getByText('预警').count()).toBe(2);
      await maker.getByRole('row', { name: /^合计/ }).getByText('15.87').waitFor();
      await maker.getByText('低于 3 个月预警').waitFor();
      await maker.getByText('假设值').first().waitFor();
      await maker.getByText('尚未评估').waitFor();
      await bench().shoot(maker, 'watch');
    });

    it('SC-3.3-a, SC-3.3-b: a measure for each warning is handed in by one person and confirmed by another', async () => {
      const submit = maker.getByRole('button', { name: '提交评估' });
      await maker.getByLabel('east · 可支付月数 0.86 月').fill('申请调剂');
      expect(await submit.isDisabled()).toBe(true);
      await maker.getByLabel('east · 当期结余 -0.04 万元').fill('压降住院费用');
      await submit.click();
      await maker.getByText('须由另一人办理').waitFor();
      await checker.reload();
      await checker.getByText('风险评估待确认').waitFor();
      await checker.getByRole('link', { name: /确认/ }).click();
      await checker.getByText('压降住院费用').waitFor();
      await checker.getByLabel('说明').fill('措施可行');
      await checker.getByRole('button', { name: '确认', exact: true }).click();
      await checker.getByText('已确认').first().waitFor();
      await bench().shoot(checker, 'risk');
    });

    it('assessments are listed with who made and who confirmed them, in English as well', async () => {
      await maker.goto(`${bench().address}/fund/monitoring/assessments`);
      await maker
        .getByRole('row', { name: /2025-12/ })
        .getByText('措施可行')
        .waitFor();
      await maker.getByText('English', { exact: true }).click();
      await maker.getByRole('heading', { level: 1, name: 'Assessments of risk' }).waitFor();
      await bench().shoot(maker, 'risks-kept');
    });
  },
);
