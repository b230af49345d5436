import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { CHECKER, makeFundDesk, MAKER } from '#tests/e2e/support/fund-desk';
import { signInOn } from '#tests/e2e/support/people';

describeConsole('the books', (bench) => {
  let mei: Page;
  let an: Page;
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${bench().address}${path}`);

  beforeAll(async () => {
    mei = bench().page;
    const desk = await makeFundDesk(bench().address, bench().output());
    await desk.post(
      'subsidy_received',
      '2026-01-05',
      { pooled: '5000000.00' },
      { counterparty: 'government:G1', note: '财政补助' },
    );
    await desk.post(
      'benefit_settled',
      '2026-01-20',
      { pooled: '128000.50' },
      { counterparty: 'institution:H1', category: 'inpatient' },
    );
    await desk.post(
      'premium_to_treasury',
      '2026-01-31',
      { pooled: '800.00' },
      { counterparty: 'employer:E1' },
    );
    an = await bench().openPage();
    await open(mei, '/fund/books');
    await signInOn(mei, MAKER);
    await open(an, '/fund/books');
    await signInOn(an, CHECKER);
  });

  it('NAT-28.7: show what accounts hold and who owes whom, each figure leading to its events', async () => {
    await mei.getByRole('heading', { level: 1, name: '账套与余额' }).waitFor();
    await mei.getByRole('radiogroup', { name: '金额单位' }).getByText('元', { exact: true }).click();
    await mei.getByText('财政专户存款').waitFor();
    await mei.locator('#obligations').waitFor();
    await mei.getByRole('link', { name: '5,000,000.00' }).first().waitFor();
    await bench().shoot('books');
    await mei
      .getByRole('row', { name: /财政专户存款/ })
      .getByRole('link')
      .click();
    await mei.getByRole('heading', { level: 1, name: '日记账' }).waitFor();
    await expect.poll(() => mei.locator('table.fund-table tbody tr').count()).toBe(1);
    await bench().shoot('journal');
  });

  it('NAT-28.7: an event is posted by template, opened with its entries and clauses, and reversed', async () => {
    await mei.getByRole('button', { name: '按模板记账' }).click();
    const form = mei.getByRole('form', { name: '按模板记账' });
    await choose(mei, form, '账套', '临江市 · 居民医保');
    await choose(mei, form, '业务', '国库划入财政专户');
    await form.getByLabel('统筹基金金额').fill('1234.5');
    await form.getByLabel('业务日期').fill('2026-01-21');
    await bench().shoot('post-form');
    await form.getByRole('button', { name: '记账', exact: true }).click();
    await form.getByText('已记账').waitFor();
    await form.getByRole('link', { name: /第 \d+ 号/ }).click();
    await mei.getByRole('heading', { level: 2, name: '现金账' }).waitFor();
    await mei.locator('.clause-link').first().waitFor();
    await bench().shoot('event');
    await mei.getByRole('button', { name: '红字冲销' }).click();
    const reversal = mei.getByRole('form', { name: '红字冲销' });
    await reversal.getByLabel('业务日期').fill('2026-01-22');
    await reversal.getByLabel('理由或文号').fill('金额录错');
    await reversal.getByRole('button', { name: '红字冲销' }).click();
    await reversal.getByRole('link', { name: /第 \d+ 号/ }).click();
    await mei.locator('.money-red').first().waitFor();
  });

  it('NAT-28.7: a checker verifies the ledger, and closes a month that is not swept only with the reason', async () => {
    await an.getByRole('button', { name: '核验账本' }).click();
    await an.getByText('全部相符').waitFor();
    await an.screenshot({ path: `${bench().folder}/seal.png`, fullPage: true });
    await an.getByRole('button', { name: /^结账 2026-01/ }).click();
    const closing = an.getByRole('dialog', { name: /^结账 2026-01/ });
    await closing.getByRole('listitem').getByText('国库').waitFor();
    expect(await closing.getByRole('button', { name: '结账，不再打开' }).isDisabled()).toBe(true);
    await closing.getByLabel(/未划转的原因/).fill('国库 31 日停办划转');
    await an.screenshot({ path: `${bench().folder}/close-unswept.png` });
    await closing.getByRole('button', { name: '结账，不再打开' }).click();
    await an.getByText('未划转结账：国库 31 日停办划转').waitFor();
    await an.getByRole('button', { name: '看核验记录' }).click();
    await an.getByRole('region', { name: '核验记录' }).getByText('陈安').waitFor();
  });

  it('people are told by name and department to who keeps the fund, though nobody lists users to them', async () => {
    await open(mei, '/fund/books');
    await mei.getByText('未划转结账').waitFor();
    await mei.getByText('陈安').first().waitFor();
    await mei.getByText('医保', { exact: true }).first().waitFor();
    expect(await mei.getByRole('button', { name: /^结账/ }).count()).toBe(0);
  });

  it('the room is whole in English as well', async () => {
    await mei.getByText('English').click();
    await open(mei, '/fund/books');
    await mei.getByRole('heading', { level: 1, name: 'Books and balances' }).waitFor();
    await mei.getByText('Special fiscal account').waitFor();
  });
});

/** Chooses from a labelled list by typing. */
async function choose(
  page: Page,
  form: ReturnType<Page['getByRole']>,
  label: string,
  option: string,
  typed = option,
): Promise<void> {
  await form.getByRole('combobox', { name: label }).click();
  await form.getByRole('combobox', { name: label }).fill(typed);
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}
