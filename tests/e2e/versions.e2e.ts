import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';

describeConsole('the versions of policy packs', (bench) => {
  let page: Page;
  /** The newest version of the place on screen. */
  const newest = (): Locator => page.locator('.version').first();
  const inTimeline = (text: string): Promise<void> =>
    newest().locator('.timeline-step', { hasText: text }).waitFor();

  beforeAll(() => {
    ({ page } = bench());
  });

  it('each place is listed with its present content; nothing is in force that nobody put in force', async () => {
    await page.getByRole('link', { name: '政策版本', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '政策版本' }).waitFor();
    await page.getByText('本页无需登录').first().waitFor();
    const row = page.locator('table.places tbody tr', { hasText: '江西' });
    expect(await row.locator('td').first().innerText()).toBe('无');
    expect(await row.innerText()).toContain('未提交');
    await row.getByRole('link').click();
    await page.getByText('还没有提交过版本').waitFor();
  });

  it('a version is submitted and checked by a person who states their name', async () => {
    await take(page, '提交现有内容', '张三', '赣医保发〔2024〕5号');
    await inTimeline('赣医保发〔2024〕5号');
    await take(page, '核对', '张三', '范例全部相符');
    await inTimeline('范例全部相符');
    expect(await newest().locator('.mark').first().innerText()).toBe('已核对，待批准');
  });

  it('who checked is refused the approval, in place and with what to do', async () => {
    await take(page, '批准', '张三', '');
    const refusal = newest().getByRole('alert');
    await refusal.getByText('张三提交过这个版本，不能再批准它').waitFor();
    expect(await refusal.innerText()).toContain('same_person');
    await bench().shoot('versions-refused');
    await page.getByRole('button', { name: '取消' }).click();
  });

  it('another person approves it and puts it in force from a day', async () => {
    await take(page, '批准', '李四', '局长办公会纪要〔2024〕3号');
    await inTimeline('李四');
    await take(page, '施行', '李四', '', '2024-01-01');
    await newest().getByText('自 2024-01-01 起施行').first().waitFor();
    const row = page.locator('table.places tbody tr', { hasText: '江西' });
    expect(await row.locator('td').first().innerText()).toContain('自 2024-01-01 起施行');
    expect(await newest().getByRole('button').allInnerTexts()).toEqual(['撤回']);
    await bench().shoot('versions');
  });

  it('R-7: a consultation draft is submitted, and its start is not even offered', async () => {
    await page.locator('table.places').getByRole('link', { name: /四川/ }).click();
    await page.getByText('征求意见稿，不得施行').waitFor();
    await take(page, '提交现有内容', '张三', '');
    await inTimeline('张三');
    await take(page, '核对', '张三', '');
    await take(page, '批准', '李四', '');
    await inTimeline('李四');
    expect(await newest().getByRole('button').allInnerTexts()).toEqual(['撤回']);
  });

  it('what two people do at once is told to the second: the version has gone on', async () => {
    const other = await bench().openPage();
    await other.goto(page.url());
    await other.locator('.version').getByRole('button', { name: '撤回' }).click();
    await take(page, '撤回', '张三', '等正式文件印发');
    await inTimeline('等正式文件印发');
    await fill(other, '李四', '');
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

/** Opens a step's form, states who and why, and confirms it. */
async function take(page: Page, step: string, by: string, note: string, from?: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).first().click();
  await fill(page, by, note);
  if (from !== undefined) await page.locator('input[name="from"]').fill(from);
  await page.getByRole('button', { name: `确认${step}` }).click();
}

async function fill(page: Page, by: string, note: string): Promise<void> {
  await page.locator('input[name="by"]').fill(by);
  await page.locator('input[name="note"]').fill(note);
}

async function choose(page: Page, side: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: side, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).click();
}
