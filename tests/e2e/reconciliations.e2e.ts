import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { choose } from '#tests/e2e/support/choose';
import { makePeople, signedIn, signInOn, type E2ePerson } from '#tests/e2e/support/people';
import { describeConsole } from '#tests/support/console-bench';

const PROVINCE = 'yunhai';
const CITY = 'yunhai/linjiang';
const NAME = { zh: '临江市', en: 'Linjiang' };

const person = (login: string, name: string, role: string): E2ePerson => ({
  login,
  name,
  place: CITY,
  department: 'health_insurance',
  grants: [[role, CITY]],
});
const PEOPLE = [
  person('lu.mei', '陆梅', 'fund_maker'),
  person('chen.an', '陈安', 'fund_checker'),
  person('he.dui', '何对', 'reconciliation_maker'),
  person('fu.he', '傅核', 'reconciliation_checker'),
  { ...person('cai.shen', '蔡慎', 'reconciliation_checker'), department: 'finance' as const },
];

/** Of January: the first receipt is the books' own, the second only the special account has. */
const STATEMENT = [
  '日期,金额,凭证号,摘要',
  '2026-01-05,"5,000,000.00",CZ-0105,财政补助',
  '2026-01-31,800.00,CZ-0131,待查收入',
].join('\n');

describeConsole('the reconciliation bench', (bench) => {
  let maker: Page;
  let checker: Page;

  beforeAll(async () => {
    await makeBooks(bench().address, bench().output());
    maker = bench().page;
    checker = await bench().openPage();
    await maker.goto(`${bench().address}/fund/reconciliations`);
    await signInOn(maker, 'he.dui');
    await checker.goto(`${bench().address}/fund/reconciliations`);
    await signInOn(checker, 'fu.he');
  });

  it('NAT-28.7: a statement that does not add up is refused whole, with what to do next', async () => {
    await maker.getByText('还没有对账单').waitFor();
    await maker.getByRole('button', { name: '导入对账单' }).click();
    const form = maker.getByRole('form', { name: '导入对账单' });
    await choose(maker, '账套', '临江市 · 居民医保');
    await choose(maker, '对方', '财政专户');
    await form.getByLabel('对账月份').fill('2026-01');
    await form.getByLabel('对账单期初余额').fill('0');
    await form.getByLabel('对账单期末余额').fill('1');
    await choose(maker, '文件格式', '自定表头');
    await form.getByLabel('日期列').fill('日期');
    await form.getByLabel('金额列（带正负号）').fill('金额');
    await form.getByLabel('凭证号列').fill('凭证号');
    await form.getByLabel('摘要列').fill('摘要');
    await form
      .getByLabel('对账单文件')
      .setInputFiles({ name: '专户一月.csv', mimeType: 'text/csv', buffer: Buffer.from(STATEMENT) });
    await form.getByRole('button', { name: '导入', exact: true }).click();
    await form.locator('.problem').waitFor();
    await bench().shoot('reconciliation-import');
    await form.getByLabel('对账单期末余额').fill('5000800');
    await form.getByRole('button', { name: '导入', exact: true }).click();
    await form.getByText('已导入 2 笔').waitFor();
    await form.getByRole('link', { name: '打开对账' }).click();
  });

  it('NAT-144.39-c: both balances, adjusted, are equal; every difference stands below', async () => {
    await maker.getByRole('heading', { level: 2, name: '余额调节表' }).waitFor();
    await maker.getByRole('radiogroup', { name: '金额单位' }).getByText('元', { exact: true }).click();
    const adjusted = maker.locator('[data-row=adjusted] .money');
    expect(await adjusted.allInnerTexts()).toEqual(['5,002,034.50', '5,002,034.50']);
    expect(await maker.locator('[data-difference]').count()).toBe(2);
    await maker.getByRole('button', { name: '看每一组' }).click();
    await maker.getByText('第 1–1 组，共 1 组').waitFor();
    await bench().shoot('reconciliation');
  });

  it('of each difference one person says why, and another agrees', async () => {
    for (const reason of ['专户利息次月入账', '财政补助，次月记账']) {
      await maker
        .getByRole('button', { name: /^说明 / })
        .first()
        .click();
      const form = maker.getByRole('form', { name: /^说明差异/ });
      await choose(maker, '如何处理', '在途（月末未达）');
      await form.getByLabel('理由或文号').fill(reason);
      await form.getByRole('button', { name: '提交复核' }).click();
      await form.waitFor({ state: 'detached' });
      await maker.getByText(reason).waitFor();
    }
    await maker.getByText('须由另一人办理').first().waitFor();
    await checker.getByRole('link', { name: '待办复核' }).click();
    await checker.locator('.inbox-item').nth(1).waitFor();
    await checker.screenshot({ path: `${bench().folder}/reconciliation-inbox.png`, fullPage: true });
    for (const left of [1, 0]) {
      await checker.getByRole('button', { name: /^批准/ }).first().click();
      await expect.poll(() => checker.locator('.inbox-item').count()).toBe(left);
    }
  });

  it('JH-4.7-b: then one proposes to close the month, finance confirms the balances, and another closes it', async () => {
    await maker.reload();
    await maker.getByRole('button', { name: '提出结清' }).click();
    await maker.getByText('须先由对方部门').waitFor();
    await checker.goto(maker.url());
    await checker.getByText('须先由对方部门').waitFor();
    expect(await checker.getByRole('button', { name: /^批准/ }).count()).toBe(0);
    const finance = await bench().openPage();
    await finance.goto(`${bench().address}/inbox`);
    await signInOn(finance, 'cai.shen');
    await finance.getByText('确认余额调节表 2026-01').waitFor();
    await finance.screenshot({ path: `${bench().folder}/reconciliation-confirmation.png`, fullPage: true });
    await finance.getByRole('button', { name: /^批准/ }).click();
    await expect.poll(() => finance.locator('.inbox-item').count()).toBe(0);
    await finance.close();
    await checker.reload();
    await checker.getByRole('button', { name: /^批准/ }).click();
    await checker.getByText('本月已结清').waitFor();
    const address = await checker.getByRole('link', { name: '导出 PDF' }).getAttribute('href');
    const answer = await checker.request.get(`${bench().address}${address ?? ''}`);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    await maker.reload();
    await maker.getByText('本月已结清').waitFor();
    await bench().shoot('reconciliation-closed');
  });

  it('premiums stand side by side at every station, and what is missing is said', async () => {
    await maker.getByRole('link', { name: '保费三方比对' }).click();
    await choose(maker, '账套', '临江市 · 居民医保');
    await maker.getByLabel('对账月份').fill('2026-01');
    await maker.locator('[data-station=levied]').getByText('没有对账单').waitFor();
    await bench().shoot('premiums');
  });

  it('it all speaks English', async () => {
    await maker.getByText('English', { exact: true }).click();
    await maker.getByRole('heading', { level: 1, name: 'Premiums, three ways' }).waitFor();
    await maker.getByRole('link', { name: 'Statements', exact: true }).first().click();
    await maker.getByText('Reconciled', { exact: true }).waitFor();
    await bench().shoot('reconciliations-english');
  });
});

/** A pool with books of January: a subsidy, and interest that the special account does not tell; the month is closed. */
async function makeBooks(address: string, output: string): Promise<void> {
  await makePeople(address, output, PROVINCE, PEOPLE);
  const admin = await signedIn(address, 'first.admin');
  const maker = await signedIn(address, 'lu.mei');
  const since = '2020-01-01';
  await admin.call('POST', '/api/v1/places', { path: PROVINCE, name: { zh: '云海省', en: 'Yunhai' }, since });
  await admin.call('POST', '/api/v1/places', { path: CITY, name: NAME, since });
  await admin.call('POST', '/api/v1/pools', { id: 'linjiang', kind: 'pool', name: NAME, place: CITY, since });
  const books = { pool: 'linjiang', insuranceType: 'resident' };
  await maker.call('POST', '/api/v1/books', { ...books, firstMonth: '2026-01', pack: 'national' });
  const event = (key: string, template: string, effectiveOn: string, pooled: string, rest = {}) => ({
    ...books,
    key,
    template,
    effectiveOn,
    amounts: { pooled },
    ...rest,
  });
  const { outcomes } = (await maker.call('POST', '/api/v1/events', {
    pack: 'national',
    events: [
      event('CZ-0105', 'subsidy_received', '2026-01-05', '5000000.00', { counterparty: 'government:G1' }),
      event('LX-0121', 'subsidy_received', '2026-01-21', '1234.50', { counterparty: 'government:G1' }),
    ],
  })) as { readonly outcomes: readonly { readonly refusal: unknown }[] };
  expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null]);
  const closer = await signedIn(address, 'chen.an');
  await closer.call('POST', '/api/v1/books/linjiang/resident/months/2026-01/close', {});
}
