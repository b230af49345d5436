import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { closeYear } from '#application/fund/close-year';
import { planJournal } from '#domain/fund/journal';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { createRunStore } from '#storage/run-store';
import { choose } from '#tests/e2e/support/choose';
import { signInOn } from '#tests/e2e/support/people';
import {
  allowed,
  makeBudgetBench,
  acceptedDraft,
  openRound2026,
  type BudgetBench,
} from '#tests/support/budget-bench';
import { givenDraft } from '#tests/support/budget-drafts';
import { describeFundConsole } from '#tests/support/fund-console-bench';
import { ANN, FUND, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

/** The services of the budgets, by which the test drafts the pools that are not the one on screen. */
let stored: BudgetBench;
let ledger: LedgerBench;
let round = '';

/** What came in of the east's year, and its books closed: what a final account is drawn from. */
async function closeBooks(): Promise<void> {
  const books = { pool: 'east', insuranceType: 'resident' } as const;
  const on = { ...ANN, now: '2027-02-01T08:00:00.000Z' };
  const subsidy = ledger.command('subsidy_received', {
    ...books,
    counterparty: 'government:G1',
    amounts: { pooled: fen(54_49n) },
    effectiveOn: plainDate(2026, 3, 15),
  });
  const [posted] = await ledger.store.post([subsidy]);
  expect(posted?.refusal).toBeNull();
  const journal = allowed(planJournal(ledger.pack));
  allowed(await closeYear(ledger.store, journal, { ...books, kind: 'pool', year: 2026 }, on));
  for (let month = 1; month <= 12; month += 1) {
    const name = `2026-${month.toString().padStart(2, '0')}` as Month;
    expect(await ledger.store.closeMonth(books, name, on)).toBeUndefined();
  }
}

describeFundConsole(
  'a budget from its draft to an approved plan',
  async (database) => {
    ledger = await makeLedgerBench(database);
    stored = await makeBudgetBench(database);
    round = await openRound2026(stored);
    const amounts = { '4001/pooled': '50.00', '5001.inpatient/pooled': '40.00' };
    for (const pool of ['west', 'north']) await acceptedDraft(stored, round, givenDraft(pool, amounts));
    await acceptedDraft(stored, round, givenDraft(FUND));
    return { ...stored.identity, ...stored.services, runStore: createRunStore(database) };
  },
  (bench) => {
    /** The east drafts; the province consolidates and decides. */
    let east: Page;
    let maker: Page;
    let checker: Page;

    beforeAll(async () => {
      [east, maker, checker] = [await bench().openPage(), await bench().openPage(), await bench().openPage()];
      for (const [page, login] of [
        [east, 'eastmaker'],
        [maker, 'maker'],
        [checker, 'checker'],
      ] as const) {
        await page.goto(`${bench().address}/sign-in?back=/fund/budgets`);
        await signInOn(page, login);
        await page.getByRole('heading', { level: 1, name: '基金预算' }).waitFor();
      }
    });

    it('a draft asks for what its estimates take, and what is missing is named at its place', async () => {
      await east.getByRole('link', { name: '2026' }).click();
      await east.getByRole('button', { name: '编制草案' }).click();
      await choose(east, '统筹区', 'east');
      await east.getByLabel('通用来源').fill('市财政局测算表');
      await east.getByRole('button', { name: '保存草案' }).click();
      await east.getByText(/有 \d+ 处须补填或改正/).waitFor();
      await east.getByText('缺少数值和来源').first().waitFor();
      await east.getByText('缺少年初结余').waitFor();
      expect(await east.locator('.problem').count()).toBe(0);
      await bench().shoot(east, 'budgets-missing');
    });

    it('it is saved with figures that have their source, and each opens its explanation', async () => {
      await east.getByLabel('年初结余：统筹基金（元）').fill('1000');
      await east.getByRole('button', { name: '其余须给定的项填 0' }).click();
      const given = east.locator('input[name^="given-"]');
      for (let index = 0; index < (await given.count()); index += 1) await given.nth(index).fill('0');
      await east.locator('input[name="given-4001/pooled"]').fill('50');
      await east.locator('input[name="given-5001.inpatient/pooled"]').fill('40');
      await east.getByRole('button', { name: '保存草案' }).click();
      await east.getByRole('heading', { level: 1, name: /2026 年度居民医保预算/ }).waitFor();
      await east.locator('button.figure[data-figure="line/4001/pooled"]').click();
      await east.getByRole('dialog', { name: '数字说明' }).getByText('市财政局测算表').first().waitFor();
      await east.keyboard.press('Escape');
      await east.getByRole('button', { name: '报送审核' }).click();
      await east.getByText('您参与了这一稿').waitFor();
      await bench().shoot(east, 'budgets-draft');
    });

    it('it waits in the inbox of the checker of the compiling place, who accepts it', async () => {
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('link', { name: '去受理' }).click();
      await checker.getByRole('button', { name: '受理', exact: true }).click();
      await checker.getByText('已受理').first().waitFor();
    });

    it('the budgets are consolidated by one and adopted by another', async () => {
      await maker.goto(`${bench().address}/fund/budgets/rounds/${round}`);
      await maker.getByLabel('有账而不编预算的理由').fill('职工医保预算另行编制');
      await maker.getByRole('button', { name: '汇编已受理的预算' }).click();
      await maker
        .getByRole('heading', { level: 3, name: /第 1 次汇编/ })
        .or(maker.getByRole('alert'))
        .first()
        .waitFor();
      await maker.getByText('逐项汇总表').click();
      const table = maker.getByRole('region', { name: '居民医保预算汇总表' });
      await table.waitFor();
      const premiums = table.getByRole('row', { name: /社会保险费收入/ });
      // Ten thousand yuan: east, north and west, the fund, their sum, nothing eliminated, and the total.
      expect(await premiums.getByRole('cell').allInnerTexts()).toEqual([
        '0.01',
        '0.01',
        '0.01',
        '',
        '0.02',
        '',
        '0.02',
      ]);
      await maker.getByText(/尾差/).first().waitFor();
      for (const kind of ['XLSX', 'PDF']) {
        const link = maker.getByRole('link', { name: new RegExp(`第 1 次汇编 .*${kind}`) });
        const file = await maker.request.get(`${bench().address}${(await link.getAttribute('href')) ?? ''}`);
        expect([kind, file.status()]).toEqual([kind, 200]);
      }
      await bench().shoot(maker, 'budgets-consolidated');
      await maker.getByText('须由另一人办理').waitFor();
      await checker.goto(`${bench().address}/fund/budgets/rounds/${round}`);
      await checker.getByRole('button', { name: '批准', exact: true }).click();
      await checker.getByText('已批准').first().waitFor();
      await bench().shoot(checker, 'budgets-adopted');
    });

    it('an adopted budget shows its execution; a plan that changes it takes a second person', async () => {
      await east.reload();
      await east.getByRole('heading', { level: 2, name: '预算执行' }).waitFor();
      await east.getByRole('button', { name: '提出调整方案' }).click();
      const form = east.getByRole('form', { name: '提出调整方案' });
      await form.locator('input[name="amend-4101/pooled"]').fill('9');
      await form.getByLabel('理由').fill('补助增加');
      await form.getByRole('button', { name: '提出调整方案' }).click();
      await east.getByText('您提出的，须由汇编地区的另一人批准').waitFor();
      await checker.goto(`${bench().address}/inbox`);
      await checker.getByRole('link', { name: '去批准' }).click();
      await checker.getByRole('button', { name: '批准', exact: true }).click();
      await checker.locator('.paper').getByText('已批准').waitFor();
      await expect.poll(() => checker.locator('.execution').count()).toBeGreaterThan(0);
      await bench().shoot(checker, 'budgets-plan');
    });

    it('NAT-28.2: the final account of a closed year holds opening and closing, and each figure opens to its entries', async () => {
      await closeBooks();
      await east.reload();
      await east.getByRole('button', { name: '编制决算' }).click();
      const form = east.getByRole('form', { name: '编制决算' });
      await form.locator('input[name^="explanation-"]').first().waitFor();
      for (const field of await form.locator('input[name^="explanation-"]').all())
        await field.fill('据实列支');
      await form.getByLabel('说明').fill('2026 年度决算');
      await form.getByRole('button', { name: '编制决算' }).click();
      const paper = east.getByRole('article', { name: '决算 第 1 号' });
      const opening = paper.getByRole('row', { name: /年初滚存结余/ });
      await opening.waitFor();
      await paper.getByRole('row', { name: /年末滚存结余/ }).waitFor();
      await paper.getByText(/尾差/).waitFor();
      await bench().shoot(east, 'budgets-final');
      await paper.locator('button[data-figure="books/whole/4101"]').click();
      const drawer = east.getByRole('dialog', { name: '数字的来源' });
      await drawer.getByText('财政补贴到账').first().waitFor();
      await drawer.locator('.clause-link').first().waitFor();
      await bench().shoot(east, 'budgets-final-entries');
      await east.keyboard.press('Escape');
      for (const kind of ['XLSX', 'PDF']) {
        const link = east.getByRole('link', { name: new RegExp(`决算表 .*${kind}`) });
        const file = await east.request.get(`${bench().address}${(await link.getAttribute('href')) ?? ''}`);
        expect([kind, file.status()]).toEqual([kind, 200]);
      }
      await east.locator('button[data-figure="books/pooled/4101"]').first().click();
      await drawer.getByText('财政补贴到账').first().waitFor();
      await east.keyboard.press('Escape');
    });
  },
);
