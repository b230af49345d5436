import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { addMonths, type Month } from '#kernel/month';
import { describeConsole } from '#tests/support/console-bench';
import { choose } from '#tests/e2e/support/choose';
import { CHECKER, makeFundDesk, MAKER, type FundDesk } from '#tests/e2e/support/fund-desk';
import { signInOn } from '#tests/e2e/support/people';

const WATCHED = '/fund/monitoring?subject=linjiang&insuranceType=employee&month=2026-02';

/** Closes the months of employees' books from one through another. */
async function closeThrough(desk: FundDesk, through: string, from = '2025-01'): Promise<void> {
  for (let month = from as Month; month <= through; month = addMonths(month, 1)) {
    await desk.checker('POST', `/api/v1/books/linjiang/employee/months/${month}/close`, {});
  }
}

describeConsole('the watch over the funds', (bench) => {
  let mei: Page;
  let an: Page;
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${bench().address}${path}`);

  beforeAll(async () => {
    mei = bench().page;
    const desk = await makeFundDesk(bench().address, bench().output());
    // A subsidy of January 2025 is taken back more than a year later: the last twelve months end with a deficit.
    const books = { pool: 'linjiang', insuranceType: 'employee', firstMonth: '2025-01', pack: 'national' };
    await desk.maker('POST', '/api/v1/books', books);
    const employee = { counterparty: 'government:G1', insuranceType: 'employee' };
    await desk.post('subsidy_received', '2025-01-05', { pooled: '6000000.00' }, employee);
    await closeThrough(desk, '2025-11');
    await desk.maker('POST', '/api/v1/books/linjiang/employee/years/2025/close', { pack: 'national' });
    await closeThrough(desk, '2026-01', '2025-12');
    const { events } = (await desk.maker('GET', '/api/v1/events?pool=linjiang&insuranceType=employee')) as {
      readonly events: readonly { readonly number: string }[];
    };
    await desk.maker('POST', `/api/v1/events/${events[0]?.number ?? ''}/reversal`, {
      key: 'e2e:back',
      effectiveOn: '2026-02-03',
      note: '多拨退回',
    });
    await closeThrough(desk, '2026-02', '2026-02');
    an = await bench().openPage();
    await open(mei, '/fund/monitoring');
    await signInOn(mei, MAKER);
    await open(an, '/inbox');
    await signInOn(an, CHECKER);
    await an.getByRole('heading', { level: 1, name: '待办复核' }).waitFor();
  });

  it('SC-3.3-b: a pool’s figures stand against the lines of the policy that is chosen, which says whether it assumes them', async () => {
    await mei.getByText('请选择统筹区').waitFor();
    await open(mei, `${WATCHED}&pack=sichuan`);
    await mei.getByText('假设值').first().waitFor();
    await mei.getByText('尚未评估').waitFor();
    await choose(mei, '依据的政策', /江西/);
    const row = mei.getByRole('row', { name: /临江市/ });
    await row.getByText('没有支出').waitFor();
    await row.getByText('预警').waitFor();
    await mei.getByText('低于 9 个月预警').waitFor();
    await bench().shoot('watch');
  });

  it('SC-3.3-a, SC-3.3-b: a measure for each warning is handed in by one person and confirmed by another', async () => {
    const submit = mei.getByRole('button', { name: '提交评估' });
    expect(await submit.isDisabled()).toBe(true);
    await mei.getByLabel(/当期结余 -600\.00 万元/).fill('申请调剂，压降住院费用');
    await submit.click();
    await mei.getByText('须由另一人办理').waitFor();
    await an.reload();
    await an.getByText('风险评估待确认').waitFor();
    await an.getByRole('link', { name: /确认/ }).click();
    await an.getByText('申请调剂，压降住院费用').waitFor();
    await an.getByLabel('说明').fill('措施可行');
    await an.getByRole('button', { name: '确认', exact: true }).click();
    await an.getByText('已确认').first().waitFor();
    await an.screenshot({ path: `${bench().folder}/risk.png`, fullPage: true });
  });

  it('assessments are listed with who made and who confirmed them, in English as well', async () => {
    await open(mei, '/fund/monitoring/assessments');
    await mei
      .getByRole('row', { name: /2026-02/ })
      .getByText('措施可行')
      .waitFor();
    await mei.getByText('English', { exact: true }).click();
    await mei.getByRole('heading', { level: 1, name: 'Assessments of risk' }).waitFor();
    await bench().shoot('risks-kept');
  });
});
