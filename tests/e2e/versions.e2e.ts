import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { makePeople, signedIn, signInOn } from '#tests/e2e/support/people';

/** Both are makers and checkers: that one person does not do both is told by the record, not by the roles. */
const PEOPLE = [
  ['zhang.san', '张三'],
  ['li.si', '李四'],
].map(([login = '', name = '']) => ({
  login,
  name,
  place: 'jiangxi',
  department: 'health_insurance' as const,
  grants: [
    ['policy_maker', 'jiangxi'],
    ['policy_checker', 'jiangxi'],
  ] as const,
}));

describeConsole('the versions of policy packs', (bench) => {
  let page: Page;
  /** The other person's desk. */
  let other: Page;
  /** The newest version of the place on screen. */
  const newest = (): Locator => page.locator('.version').first();
  const inTimeline = (text: string): Promise<void> =>
    newest().locator('.timeline-step', { hasText: text }).waitFor();

  beforeAll(async () => {
    ({ page } = bench());
    const { address, output } = bench();
    await makePeople(address, output(), 'jiangxi', PEOPLE);
    other = await bench().openPage();
    await other.goto(`${address}/sign-in?back=/versions/jiangxi`);
    await signInOn(other, 'li.si');
  });

  const reachElsewhere = async (login: string, place: string): Promise<void> => {
    const { call } = await signedIn(bench().address, login);
    for (const role of ['policy_maker', 'policy_checker']) {
      await call('POST', '/api/v1/break-glass', { role, place, hours: 1, reason: '测试' });
    }
  };

  it('each place is listed with its present content; nothing is in force that nobody put in force', async () => {
    await page.getByRole('link', { name: '政策版本', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '政策版本' }).waitFor();
    await page.getByText('查看无需登录').first().waitFor();
    const row = page.locator('table.places tbody tr', { hasText: '江西' });
    expect(await row.locator('td').first().innerText()).toBe('无');
    expect(await row.innerText()).toContain('未提交');
    await row.getByRole('link').click();
    await page.getByText('还没有提交过版本').waitFor();
    expect(await page.getByRole('button', { name: '提交现有内容' }).count()).toBe(0);
  });

  it('a version is submitted and checked by who is signed in', async () => {
    await page.locator('main').getByRole('link', { name: '登录' }).click();
    await signInOn(page, 'zhang.san');
    await take(page, '提交现有内容', '赣医保发〔2024〕5号');
    await inTimeline('赣医保发〔2024〕5号');
    await inTimeline('张三 (zhang.san)');
    await take(page, '核对', '范例全部相符');
    await inTimeline('范例全部相符');
    expect(await newest().locator('.mark').first().innerText()).toBe('已核对，待批准');
  });

  it('who checked is refused the approval, in place and with what to do', async () => {
    await take(page, '批准', '');
    const refusal = newest().getByRole('alert');
    await refusal.getByText('张三 (zhang.san)提交过这个版本，不能再批准它').waitFor();
    expect(await refusal.innerText()).toContain('same_person');
    await bench().shoot('versions-refused');
    await page.getByRole('button', { name: '取消' }).click();
  });

  it('it waits in the inbox of another person, who approves it and puts it in force from a day', async () => {
    await other.getByRole('link', { name: '待办复核' }).click();
    await other.locator('.inbox-item', { hasText: '江西' }).getByRole('link', { name: '去批准' }).click();
    await take(other, '批准', '局长办公会纪要〔2024〕3号');
    await other.locator('.timeline-step', { hasText: '李四 (li.si)' }).first().waitFor();
    await take(other, '施行', '', '2024-01-01');
    await other.locator('.version').getByText('自 2024-01-01 起施行').first().waitFor();
    await page.reload();
    await newest().getByText('自 2024-01-01 起施行').first().waitFor();
    const row = page.locator('table.places tbody tr', { hasText: '江西' });
    expect(await row.locator('td').first().innerText()).toContain('自 2024-01-01 起施行');
    expect(await newest().getByRole('button').allInnerTexts()).toEqual(['撤回']);
    await bench().shoot('versions');
  });

  it('R-7: a consultation draft is submitted, and its start is not even offered', async () => {
    // Both reach the other place by emergency access in their own roles; nothing else lets them act there.
    await page.locator('table.places').getByRole('link', { name: /四川/ }).click();
    await page.getByText('征求意见稿，不得施行').waitFor();
    expect(await page.getByRole('button', { name: '提交现有内容' }).count()).toBe(0);
    for (const { login } of PEOPLE) await reachElsewhere(login, 'sichuan');
    await page.reload();
    await take(page, '提交现有内容', '');
    await inTimeline('张三');
    await take(page, '核对', '');
    await inTimeline('核对');
    await other.goto(page.url());
    await take(other, '批准', '');
    await other.locator('.timeline-step', { hasText: '李四' }).waitFor();
    expect(await other.locator('.version').first().getByRole('button').allInnerTexts()).toEqual(['撤回']);
  });

  it('what two people do at once is told to the second: the version has gone on', async () => {
    await page.reload();
    await other.locator('.version').getByRole('button', { name: '撤回' }).click();
    await take(page, '撤回', '等正式文件印发');
    await inTimeline('等正式文件印发');
    await other.locator('input[name="note"]').fill('');
    await other.getByRole('button', { name: /^确认/ }).click();
    await other.getByText('wrong_state').waitFor();
    await other.locator('.timeline-step', { hasText: '等正式文件印发' }).waitFor();
    await other.close();
  });

  it('two places are compared part by part, with both sides of each field', async () => {
    await page.getByRole('link', { name: '比较版本' }).click();
    await page.getByRole('heading', { level: 1, name: '版本比较' }).waitFor();
    await choose(page, '甲', '江西省 文件现有内容');
    await choose(page, '乙', '山东省 文件现有内容');
    await page.locator('table.diff').first().waitFor();
    await page
      .locator('.diff-filters')
      .getByText(/^值 \d+$/)
      .click();
    const levy = page.locator('table.diff tbody', { hasText: 'levy_rate' }).first();
    expect(await levy.innerText()).toContain('2024-01-01 职工');
    await bench().shoot('versions-diff', page.locator('.versions-page'));
  });

  it('a version is compared with the files as they are now', async () => {
    await page.getByRole('link', { name: '返回政策版本' }).click();
    await page.locator('table.places').getByRole('link', { name: /江西/ }).click();
    const hash = (await newest().getAttribute('data-hash')) ?? '';
    await page.goto(`${bench().address}/diff?from=${hash}&to=jiangxi`);
    await page.getByText('两者内容相同，哈希一致。').waitFor();
  });

  it('it all speaks English', async () => {
    await page.goto(`${bench().address}/versions/jiangxi`);
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Policy versions' }).waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByLabel('First day no longer in force').waitFor();
    await bench().shoot('versions-english');
    await page.goto(`${bench().address}/diff?from=jiangxi&to=shandong`);
    await page.locator('table.diff').first().waitFor();
    await bench().shoot('versions-diff-english', page.locator('.versions-page > section').first());
  });
});

/** Opens a step's form, says why, and confirms it. */
async function take(page: Page, step: string, note: string, from?: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).first().click();
  await page.locator('input[name="note"]').fill(note);
  if (from !== undefined) await page.locator('input[name="from"]').fill(from);
  await page.getByRole('button', { name: `确认${step}` }).click();
}

async function choose(page: Page, side: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: side, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).click();
}
