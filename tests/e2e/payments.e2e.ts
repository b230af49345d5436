import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { CHECKER, makeFundDesk, MAKER } from '#tests/e2e/support/fund-desk';
import { signInOn } from '#tests/e2e/support/people';

const PAYEE = '6222021234567890123';

describeConsole('payments', (bench) => {
  let mei: Page;
  let an: Page;
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${bench().address}${path}`);

  beforeAll(async () => {
    mei = bench().page;
    const desk = await makeFundDesk(bench().address, bench().output());
    const party = { counterparty: 'government:G1' };
    await desk.post('subsidy_received', '2026-01-05', { pooled: '5000000.00' }, party);
    await desk.bring({ special: '0.00', expenditure: '800000.00' });
    for (const [category, pooled] of [
      ['inpatient', '128000.50'],
      ['outpatient', '300.00'],
    ] as const) {
      const owed = { counterparty: 'institution:H1', category };
      await desk.post('benefit_settled', '2026-01-20', { pooled }, owed);
    }
    const payer = { counterparty: 'person:P1' };
    await desk.post('premium_to_treasury', '2026-01-21', { pooled: '5000.00' }, payer);
    const account = { holder: '临江市医保基金支出户', bank: '云海银行', number: '6222000000000001' };
    const { id } = (await desk.maker('POST', '/api/v1/pools/linjiang/bank-accounts', {
      role: 'expenditure',
      insuranceType: 'resident',
      counterparty: null,
      ...account,
    })) as { readonly id: string };
    await desk.checker('POST', `/api/v1/bank-accounts/${id}/decisions`, { decision: 'approved' });
    an = await bench().openPage();
    await open(mei, '/fund/payments/accounts');
    await signInOn(mei, MAKER);
    await open(an, '/inbox');
    await signInOn(an, CHECKER);
    await an.getByRole('heading', { level: 1, name: '待办复核' }).waitFor();
  });

  it('SC-2.2-h: a payee’s account is proposed by one person and confirmed in the inbox by another', async () => {
    await mei.getByRole('button', { name: '提出银行账户' }).click();
    const form = mei.getByRole('form', { name: '提出银行账户' });
    await choose(mei, form, '统筹区或调剂金', '临江市 · 统筹区');
    await choose(mei, form, '用途', '收款方账户');
    await form.getByLabel('往来方编号').fill('H1');
    await form.getByLabel('户名').fill('临江市第一医院');
    await form.getByLabel('开户行').fill('云海银行');
    await form.getByLabel('账号', { exact: true }).fill(PAYEE);
    await form.getByRole('button', { name: '提出银行账户' }).click();
    await mei.getByText('须由另一人办理').waitFor();
    await bench().shoot('bank-accounts');
    await an.reload();
    const item = an.locator('.inbox-item', { hasText: '临江市第一医院' });
    await item.getByRole('button', { name: /完整账号/ }).click();
    await item.getByText(PAYEE).waitFor();
    await an.screenshot({ path: `${bench().folder}/inbox.png`, fullPage: true });
    await item.getByRole('button', { name: /^批准/ }).click();
    await expect.poll(() => item.count()).toBe(0);
  });

  it('NAT-P.11: what is owed goes into a run, is approved, sent, and what the bank sends back is told', async () => {
    await open(mei, '/fund/payments');
    await mei.getByRole('button', { name: '提出支付批次' }).click();
    const form = mei.getByRole('form', { name: '提出支付批次' });
    await choose(mei, form, '账套', '临江市 · 居民医保');
    await form.getByText('请选类别').waitFor();
    await choose(mei, form, '类别', '住院');
    await form.getByRole('checkbox', { name: /医药机构/ }).waitFor();
    expect(await form.locator('tfoot').innerText()).toContain('128,000.50');
    await bench().shoot('run-form');
    await form.getByRole('button', { name: '提出支付批次' }).click();
    await mei.getByRole('heading', { level: 1, name: '支付批次' }).waitFor();
    await mei.getByText('须由另一人办理').waitFor();
    await open(an, new URL(mei.url()).pathname);
    await an.getByRole('button', { name: /^批准/ }).click();
    await an.getByText('已批准，待发送').waitFor();
    await mei.reload();
    await mei.getByRole('button', { name: '发送银行' }).click();
    await mei.getByText('已发送，待回盘').waitFor();
    const run = new URL(mei.url()).pathname.split('/').at(-1) ?? '';
    const answer = join(bench().folder, 'answer.csv');
    const line = `${run},1,${PAYEE},128000.50,rejected,户名不符,${await paysOn(mei)},B1`;
    await writeFile(answer, `run,line,account,amount,outcome,reason,date,reference\n${line}\n`);
    await mei.locator('input[type=file]').setInputFiles(answer);
    await mei.getByRole('button', { name: '导入回盘' }).click();
    await mei.getByText('退回 1 笔').waitFor();
    await mei.getByText('户名不符').first().waitFor();
    await bench().shoot('payment-run');
  });

  it('NAT-28.7: after a rejection the account is out of use, and the run leads to another account and to paying again', async () => {
    const next = mei.getByRole('region', { name: '银行退回，待再付' });
    await next.getByText('停用（银行退回：户名不符）').waitFor();
    await next.getByRole('link', { name: '登记另一账户' }).click();
    const account = mei.getByRole('form', { name: '提出银行账户' });
    await expect.poll(() => account.getByLabel('往来方编号').inputValue()).toBe('H1');
    await mei.locator('tr', { hasText: '停用（银行退回：户名不符）' }).waitFor();
    await mei.goBack();
    await next.getByRole('link', { name: '提出退回再付批次' }).click();
    const run = mei.getByRole('form', { name: '提出支付批次' });
    await run.getByRole('checkbox', { name: /医药机构/ }).waitFor();
    await run.getByRole('button', { name: '提出支付批次' }).click();
    await mei.getByText('已停用：银行退回（户名不符）').waitFor();
  });

  it('a plan, the sweep and interest have their pages, which say what to do where there is nothing', async () => {
    await open(mei, '/fund/payments/plans');
    await mei.getByText('没有用款计划').waitFor();
    await open(mei, '/fund/payments/interest');
    await mei.getByText('没有利息单').waitFor();
    await open(mei, '/fund/payments/sweep');
    await mei.getByLabel('月份').fill('2026-01');
    await mei
      .getByText(/2026-01 (收入户和国库均已归集|尚未归集)/)
      .first()
      .waitFor();
    await bench().shoot('sweep');
  });

  it('NAT-144.39-c: a sweep is recorded with the bank’s voucher, which its event shows', async () => {
    await mei.getByRole('textbox', { name: /^银行回单号 .*国库/ }).fill('20260131-9');
    await mei.getByRole('button', { name: '归集 2026-01' }).click();
    const done = mei.getByRole('region').or(mei.locator('.fund-section')).filter({ hasText: '本次归集' });
    await done
      .getByRole('link', { name: /^第 \d+ 号/ })
      .first()
      .click();
    await mei.getByText('20260131-9').waitFor();
    await bench().shoot('sweep-event');
  });
});

/** The day on which the run pays, as its page tells it. */
async function paysOn(page: Page): Promise<string> {
  return page.locator('.fund-facts div', { hasText: '支付日期' }).locator('dd').innerText();
}

/** Chooses from a labelled list by typing. */
async function choose(
  page: Page,
  form: ReturnType<Page['getByRole']>,
  label: string,
  option: string,
): Promise<void> {
  await form.getByRole('combobox', { name: label, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', {
      hasText: option,
    })
    .first()
    .click();
}
