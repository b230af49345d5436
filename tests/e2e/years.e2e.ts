import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createRunStore } from '#storage/run-store';
import { choose } from '#tests/e2e/support/choose';
import { signInOn } from '#tests/e2e/support/people';
import { DOCUMENT, makeYearBench, type YearBench } from '#tests/support/adjustment-year-bench';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { identityServices } from '#tests/support/identity-people';

/** The year's services, by which the test attests what would be the same form many times over. */
let stored: YearBench;

describeFundConsole(
  'a year of adjustment from its figures to its last payment',
  async (database) => {
    stored = await makeYearBench(database);
    return { ...identityServices(database), ...stored.services, runStore: createRunStore(database) };
  },
  (bench) => {
    /** People at desks of their own: who opens and gathers, who proposes and pays, who checks, who approves. */
    let maker: Page;
    let payer: Page;
    let checker: Page;
    let approver: Page;
    let address = '';
    const yearId = (): string => address.split('/').at(-1) ?? '';

    beforeAll(async () => {
      [maker, payer, checker, approver] = [
        await bench().openPage(),
        await bench().openPage(),
        await bench().openPage(),
        await bench().openPage(),
      ];
      for (const [page, login] of [
        [maker, 'maker'],
        [payer, 'payer'],
        [checker, 'checker'],
        [approver, 'approver'],
      ] as const) {
        await page.goto(`${bench().address}/sign-in?back=/fund/years`);
        await signInOn(page, login);
        await page.getByRole('heading', { level: 1, name: '年度调剂' }).waitFor();
      }
    });

    it('a year is opened once by a maker; a checker is told that there is none yet', async () => {
      await checker.getByText('还没有年度').waitFor();
      await maker.getByRole('button', { name: '立项' }).click();
      const form = maker.getByRole('form', { name: '立项' });
      await form.getByLabel('年度').fill('2025');
      await form.getByRole('button', { name: '立项' }).click();
      await maker.getByRole('heading', { level: 1, name: /2025 年度职工医保调剂/ }).waitFor();
      ({ pathname: address } = new URL(maker.url()));
      await maker.getByText(/还缺 \d+ 项数据/).waitFor();
      await bench().shoot(maker, 'years-opened');
    });

    it('figures come from the ledger with their source; what it does not hold is attested by a document', async () => {
      await maker.getByRole('button', { name: '从账本归集' }).click();
      await maker.getByText(/已归集 \d+ 项数据/).waitFor();
      await attest(maker, 'east', '财政补足赤字', '0');
      await attest(maker, 'east', '违规问题已整改', true);
      for (const pool of ['east', 'west', 'north']) {
        await stored.attest(yearId(), pool, 'treasuryCover', '0.00');
        for (const field of ['breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'])
          await stored.attest(yearId(), pool, field, 'true');
      }
      await maker.reload();
      await maker.getByText('所需数据已齐全').waitFor();
      await maker.getByRole('button', { name: /^east · 本年征缴收入/ }).click();
      const drawer = maker.getByRole('dialog', { name: 'east · 本年征缴收入' });
      await drawer.getByText('1,000.00 元').waitFor();
      await drawer.getByText(/截至第 \d+ 号凭证/).waitFor();
      await bench().shoot(maker, 'years-figure');
      await maker.keyboard.press('Escape');
      await bench().shoot(maker, 'years-gathered');
    });

    it('a delegated figure is adopted by a decision of another person, in the inbox', async () => {
      await maker.getByRole('button', { name: '提出事项' }).first().click();
      const form = maker.getByRole('form', { name: '提出事项' });
      await choose(maker, '类别', '采纳授权数值');
      await maker.getByRole('combobox', { name: '政策包数值' }).click();
      await maker.locator('.ant-select-item-option', { hasText: '不足时的办法' }).first().click();
      await form.getByLabel('文号或名称').fill(DOCUMENT.document);
      await form.getByLabel('材料文件').setInputFiles({
        name: 'notice.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('a document'),
      });
      await expect.poll(() => form.getByLabel('材料 SHA-256').inputValue()).toMatch(/^[0-9a-f]{64}$/);
      await form.getByRole('button', { name: '提出事项' }).click();
      await maker.getByText('须由另一人办理').first().waitFor();
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('button', { name: '同意 采纳授权数值', exact: true }).click();
      await expect.poll(() => checker.getByRole('button', { name: /^同意/ }).count()).toBe(0);
    });

    it('the maker freezes, another proposes, and whoever made it cannot decide', async () => {
      await maker.getByRole('button', { name: '锁定数据' }).click();
      await maker.getByText('数据已锁定').first().waitFor();
      await payer.goto(`${bench().address}${address}`);
      await payer.getByRole('button', { name: '提出方案' }).click();
      await payer.getByText('方案：上解、下拨及其他').waitFor();
      await payer.getByText('由基金复核办理').first().waitFor();
      await bench().shoot(payer, 'years-proposed');
    });

    it('the figures of the proposal open their explanation', async () => {
      await payer.locator('button.figure[data-figure="levy/west"]').first().click();
      const drawer = payer.getByRole('dialog', { name: '数字说明' });
      await drawer.getByText('依据条款').first().waitFor();
      await payer.keyboard.press('Escape');
    });

    it('SC-3.3-a: one checks it, and it waits for a third person’s approval; then notices can be had', async () => {
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('link', { name: '去复核' }).click();
      await checker.getByRole('button', { name: '复核通过' }).click();
      await checker.getByText('已复核').first().waitFor();
      expect(await checker.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
      await approver.goto(`${bench().address}${address}`);
      await approver.getByRole('button', { name: '批准', exact: true }).click();
      await approver.getByRole('heading', { name: '上解通知书' }).waitFor();
      const [notice] = await Promise.all([
        approver.waitForEvent('download'),
        approver.locator('.notice-links a').first().click(),
      ]);
      expect(notice.suggestedFilename()).toMatch(/\.pdf$/);
      await bench().shoot(approver, 'years-approved');
    });

    it('payments are recorded in part, and the last makes the year final', async () => {
      await payer.reload();
      const pay = payer.getByRole('form', { name: '登记收付' });
      const amounts = pay.getByRole('textbox', { name: /^本次金额/ });
      await amounts.first().waitFor();
      const count = await amounts.count();
      for (let index = 1; index < count; index += 1) await amounts.nth(index).fill('');
      await pay.getByRole('button', { name: '登记收付' }).click();
      await payer.getByText('拨付中').first().waitFor();
      await expect.poll(() => amounts.count()).toBe(count - 1);
      await pay.getByRole('button', { name: '登记收付' }).click();
      await payer.getByText('本年度已办结').waitFor();
      await bench().shoot(payer, 'years-final');
    });

    it('while a correction is under way the version in force stands on the page, with its payments and notices', async () => {
      const form = payer.getByRole('form', { name: '启动更正' });
      await form.getByLabel('理由').fill('审计发现西区收入有误');
      await form.getByRole('button', { name: '启动更正' }).click();
      await payer.getByText('更正进行中：数据归集').waitFor();
      await payer.getByRole('heading', { name: '有效版次：第 1 版（已办结）' }).waitFor();
      await payer.getByRole('heading', { name: '上解通知书' }).waitFor();
      await payer.getByText('审计发现西区收入有误').first().waitFor();
      await bench().shoot(payer, 'years-correcting');
      await approver.goto(`${bench().address}/fund/years`);
      await approver.getByText('更正进行中：数据归集').waitFor();
      await bench().shoot(approver, 'years-correcting-list');
    });

    it('SC-3.3-a: who opened a correction asks to drop it, and another person confirms from the inbox', async () => {
      const form = payer.getByRole('form', { name: '申请撤销更正' });
      await form.getByLabel('理由').fill('误启动');
      await form.getByRole('button', { name: '申请撤销更正' }).click();
      await payer.getByText('已申请撤销更正').waitFor();
      await bench().shoot(payer, 'years-dropping');
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('link', { name: '去撤销更正' }).click();
      await checker.getByRole('form', { name: '不同意撤销' }).waitFor();
      await bench().shoot(checker, 'years-dropping-checker');
      const drop = checker.getByRole('form', { name: '撤销更正', exact: true });
      await drop.getByLabel('理由').fill('同意');
      await drop.getByRole('button', { name: '撤销更正' }).click();
      await checker.getByText('本年度已办结').waitFor();
      expect(await checker.getByText('更正进行中').count()).toBe(0);
      await payer.reload();
    });

    it('it all speaks English', async () => {
      await payer.getByText('English', { exact: true }).click();
      await payer.getByRole('heading', { level: 2, name: 'Record of steps' }).waitFor();
      await bench().shoot(payer, 'years-english');
    });
  },
);

async function attest(page: Page, pool: string, field: string, value: string | true): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${pool} · ${field}`) }).click();
  const drawer = page.getByRole('dialog', { name: `${pool} · ${field}` });
  const form = drawer.getByRole('form', { name: '凭材料填报' });
  if (value === true) await choose(page, '数值', '是');
  else await form.getByLabel('数值').fill(value);
  await form.getByLabel('文号或名称').fill(DOCUMENT.document);
  await form.getByLabel('材料 SHA-256').fill(DOCUMENT.documentHash);
  await form.getByRole('button', { name: '填报' }).click();
  await drawer.waitFor({ state: 'hidden' });
}
