import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeConsole } from '#tests/support/console-bench';
import { choose } from '#tests/e2e/support/choose';
import { PASSWORD, signInOn, tokensIn } from '#tests/e2e/support/people';

const REGISTER_HEAD = 'kind,place,id,name_zh,name_en,fund,since,until,basis';
const REGISTER = [
  'place,jiangxi,,江西省,Jiangxi,,1949-10-01,,',
  'place,jiangxi/nanchang,,南昌市,Nanchang,,1949-10-01,,',
  'fund,jiangxi,jiangxi-fund,江西调剂金,Jiangxi fund,,2024-01-01,,',
  'pool,jiangxi/nanchang,nanchang,南昌统筹区,Nanchang pool,,2021-01-01,,',
  'member,,nanchang,,,jiangxi-fund,2024-01-01,,',
];

describeConsole('accounts, grants and the log', (bench) => {
  /** Three people at three desks: each page has its own session. */
  let wang: Page;
  let li: Page;
  let zhao: Page;
  let initial = '';

  beforeAll(async () => {
    wang = bench().page;
    [li, zhao] = [await bench().openPage(), await bench().openPage()];
  });
  const open = (page: Page, path: string): Promise<unknown> => page.goto(`${bench().address}${path}`);
  const room = (page: Page, name: string): Promise<void> => page.getByRole('link', { name }).click();

  it('calculators stand open without an account, and show no room that needs one', async () => {
    await wang.getByRole('link', { name: '登录', exact: true }).waitFor();
    expect(await wang.getByRole('link', { name: '用户权限' }).count()).toBe(0);
    await open(wang, '/office/users');
    await wang.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await wang.getByText('尚未有两名管理员').waitFor();
    await bench().shoot('sign-in');
  });

  it('two people become administrators, each by a token of their own', async () => {
    await wang.getByRole('link', { name: '首次设置' }).click();
    const [one = '', two = ''] = tokensIn(bench().output());
    await setUp(wang, 'made-up', 'wang.fang', '王芳');
    await wang.getByText('set_up_token_not_valid').waitFor();
    await bench().shoot('set-up');
    await setUp(wang, one, 'wang.fang', '王芳');
    await wang.getByText('已建立管理员 wang.fang').waitFor();
    await open(li, '/set-up');
    await setUp(li, two, 'li.qiang', '李强');
    await li.getByText('首次设置已结束').waitFor();
  });

  it('a wrong password is refused; the right one leads to the page that was asked for', async () => {
    await open(wang, '/office/users');
    await signInOn(wang, 'wang.fang', 'wrong-password');
    await wang.getByText('sign_in_refused').waitFor();
    await signInOn(wang, 'wang.fang');
    await wang.getByRole('heading', { level: 1, name: '用户' }).waitFor();
    expect(new URL(wang.url()).pathname).toBe('/office/users');
    await wang.locator('table.office tbody tr').nth(1).waitFor();
  });

  it('an administrator adds users, whose initial password is shown once', async () => {
    for (const [login, name, department, place] of [
      ['sun.li', '孙丽', '审计', 'jiangxi'],
      ['zhao.min', '赵敏', '财政', 'jiangxi/nanchang'],
    ] as const) {
      await wang.getByRole('button', { name: '新建用户' }).first().click();
      const form = wang.getByRole('form', { name: '新建用户' });
      await form.getByLabel('登录名').fill(login);
      await form.getByLabel('姓名').fill(name);
      await choose(wang, '部门', department);
      await form.getByLabel('所属地区').fill(place);
      await form.getByRole('button', { name: '新建用户' }).click();
      await wang.getByText(`${login} 的初始密码，只显示这一次`).waitFor();
      initial = await wang.locator('.initial-password').innerText();
      if (login === 'sun.li') await replaceInitial(li, login, initial);
    }
    await bench().shoot('office-users');
  });

  it('the register is taken in from a file, whole or not at all, and a row is added by hand', async () => {
    await open(wang, '/office/register');
    await wang.getByText('登记簿还是空的').first().waitFor();
    await wang.getByRole('button', { name: '导入登记簿' }).first().click();
    const file = wang.getByRole('form', { name: '导入登记簿' });
    const take = async (rows: readonly string[]): Promise<void> => {
      const buffer = Buffer.from([REGISTER_HEAD, ...rows].join('\n'));
      await file
        .getByLabel('登记簿文件')
        .setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer });
      await file.getByRole('button', { name: '导入登记簿' }).click();
    };
    await take([...REGISTER.slice(0, 2), 'pool,jiangxi/nanchang,,南昌统筹区,Nanchang pool,,2021-01-01,,']);
    await file.getByText('register.csv:4 id').waitFor();
    await take(REGISTER);
    await file.getByText('已登记：地区 2、统筹区与调剂金 2').waitFor();
    await wang.locator('tbody tr', { hasText: '江西调剂金' }).first().waitFor();
    await wang.getByRole('button', { name: '登记', exact: true }).click();
    const form = wang.getByRole('form', { name: '登记', exact: true });
    await form.getByLabel('地区路径').fill('jiangxi/ganzhou');
    await form.getByLabel('中文名称').fill('赣州市');
    await form.getByLabel('英文名称').fill('Ganzhou');
    await form.getByLabel('起始日').fill('1999-01-01');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await wang.locator('tbody tr', { hasText: '赣州市' }).waitFor();
    await wang.getByRole('button', { name: '沿革 南昌统筹区' }).click();
    await wang.getByText('南昌统筹区 归属 江西调剂金').waitFor();
    await bench().shoot('office-register');
  });

  it('a grant is asked for by one, who is told that it takes another to confirm it', async () => {
    await ask(wang, '赵敏', '基金经办', '赣医保人〔2026〕8号');
    await ask(wang, '孙丽', '审计员', '赣审〔2026〕1号');
    const rows = wang.locator('table.office tbody tr', { hasText: '待确认' });
    await rows.nth(1).waitFor();
    expect(await rows.first().innerText()).toContain('须由另一人办理');
    await bench().shoot('office-grants');
  });

  it('it waits in the inbox of the other administrator, and is gone when confirmed', async () => {
    await open(li, '/inbox');
    await signInOn(li, 'li.qiang');
    await li.getByLabel('2 项待办').waitFor();
    await li.locator('.inbox-item').first().waitFor();
    await li.screenshot({ path: `${bench().folder}/inbox.png` });
    const waiting = li.locator('.inbox-item');
    for (const left of [1, 0]) {
      await waiting.first().getByRole('button', { name: /^确认/ }).click();
      await expect.poll(() => waiting.count()).toBe(left);
    }
    await expect.poll(() => li.locator('.inbox-count').count()).toBe(0);
  });

  it('the initial password is replaced before anything else; then roles and places are shown', async () => {
    await open(zhao, '/inbox');
    await signInOn(zhao, 'zhao.min', initial);
    await zhao.getByRole('heading', { level: 1, name: '请先更换初始密码' }).waitFor();
    await open(zhao, '/office/roles');
    await zhao.getByRole('heading', { level: 1, name: '请先更换初始密码' }).waitFor();
    await change(zhao, initial, PASSWORD);
    await zhao.getByRole('heading', { level: 1, name: '角色说明' }).waitFor();
    await zhao.getByRole('button', { name: '赵敏' }).click();
    await zhao.getByRole('tooltip').getByText('基金经办').waitFor();
    await zhao.keyboard.press('Escape');
    expect(await zhao.locator('.office-parts').getByRole('link').allInnerTexts()).toEqual([
      '地区与统筹区',
      '紧急访问',
      '角色说明',
    ]);
  });

  it('emergency access holds at once, with a reason, and waits for an auditor’s review', async () => {
    await zhao.locator('.office-parts').getByRole('link', { name: '紧急访问' }).click();
    await zhao.getByRole('button', { name: '办理紧急访问' }).first().click();
    const form = zhao.getByRole('form', { name: '办理紧急访问' });
    await form.getByLabel('地区').fill('jiangxi/ganzhou');
    await form.getByLabel('理由或文号').fill('赣州同事突发疾病，当日须拨付住院预付金');
    await form.getByRole('button', { name: '办理紧急访问' }).click();
    await form.getByText('已生效').waitFor();
    await zhao.screenshot({ path: `${bench().folder}/emergency.png` });
    await li.getByRole('button', { name: '李强' }).click();
    await li.getByRole('button', { name: '退出登录' }).click();
    await li.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await signInOn(li, 'sun.li');
    // Whoever only reads begins in the books.
    await li.getByRole('heading', { level: 1, name: '账套与余额' }).waitFor();
    await room(li, '待办复核');
    const item = li.locator('.inbox-item', { hasText: 'jiangxi/ganzhou' });
    await item.getByLabel('复核意见').fill('属实，已补办手续');
    await item.getByRole('button', { name: '属于急需', exact: true }).click();
    await li.getByText('没有待办。').waitFor();
    await open(li, '/office/emergency');
    await li.getByText('属实，已补办手续').waitFor();
  });

  it('the access log tells it all, and is filtered by person, place, address and outcome', async () => {
    await li.locator('.office-parts').getByRole('link', { name: '访问日志' }).click();
    await li.locator('table.office-log tbody tr').nth(5).waitFor();
    await li.getByRole('textbox', { name: '接口' }).fill('break-glass');
    await choose(li, '人员', '赵敏 zhao.min');
    await li.getByRole('button', { name: '筛选', exact: true }).click();
    await expect.poll(() => li.locator('table.office-log tbody tr').count()).toBe(1);
    expect(await li.locator('table.office-log tbody tr').innerText()).toContain('jiangxi/ganzhou');
    await li.getByRole('button', { name: '清除条件' }).click();
    await li.getByRole('checkbox', { name: '只看被拒绝的' }).check();
    await li.getByRole('button', { name: '筛选', exact: true }).click();
    const outcome = li.locator('table.office-log tbody tr td:last-child').first();
    await expect.poll(() => outcome.innerText()).toMatch(/^4\d\d$/);
    await li.screenshot({ path: `${bench().folder}/log.png`, fullPage: true });
  });

  it('a session that is over leads to the sign-in, and back', async () => {
    await zhao.context().clearCookies();
    await zhao.getByRole('form', { name: '办理紧急访问' }).getByRole('button', { name: '关闭' }).click();
    await zhao.getByRole('button', { name: '办理紧急访问' }).first().click();
    const form = zhao.getByRole('form', { name: '办理紧急访问' });
    await form.getByLabel('地区').fill('jiangxi/ganzhou');
    await form.getByLabel('理由或文号').fill('再次');
    await form.getByRole('button', { name: '办理紧急访问' }).click();
    await zhao.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await signInOn(zhao, 'zhao.min');
    await zhao.getByRole('heading', { level: 1, name: '紧急访问' }).waitFor();
  });

  it('a grant ends at once by one person, with a reason', async () => {
    await open(wang, '/office/grants');
    const row = wang.locator('table.office tbody tr', { hasText: '基金经办' });
    await row.getByRole('button', { name: /^停止授权/ }).click();
    const dialog = wang.getByRole('dialog', { name: '停止授权' });
    await dialog.getByLabel('理由或文号').fill('调离');
    await dialog.getByRole('button', { name: '停止授权' }).click();
    await row.getByText('已停止').waitFor();
    await zhao.reload();
    await zhao.getByRole('button', { name: '赵敏' }).click();
    await zhao.getByRole('tooltip').getByText('还没有角色').waitFor();
  });

  it('it all speaks English, and can be reached by keyboard', async () => {
    await wang.getByText('English', { exact: true }).click();
    await wang.getByRole('heading', { level: 1, name: 'Grants' }).waitFor();
    await bench().shoot('office-english');
    await open(wang, '/office/users');
    const add = wang.getByRole('button', { name: 'Add user' });
    await add.focus();
    await wang.keyboard.press('Enter');
    await wang.keyboard.press('Tab');
    await wang.getByRole('form', { name: 'Add user' }).waitFor();
    expect(await wang.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('new-login');
  });
});

async function setUp(page: Page, token: string, login: string, name: string): Promise<void> {
  await page.getByLabel('一次性令牌').fill(token);
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('所属地区').fill('jiangxi');
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建立管理员' }).click();
}

async function ask(page: Page, name: string, role: string, reason: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/office/users`);
  await page
    .locator('table.office tbody tr', { hasText: name })
    .getByRole('link', { name: '申请授权' })
    .click();
  await choose(page, '角色', role);
  await page.getByLabel('理由或文号').fill(reason);
  await page.getByRole('form', { name: '申请授权' }).getByRole('button', { name: '申请授权' }).click();
  await page.getByText(reason).waitFor();
}

async function change(page: Page, present: string, password: string): Promise<void> {
  await page.getByLabel('现密码').fill(present);
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次新密码').fill(password);
  await page.getByRole('button', { name: '更换密码' }).click();
}

/** Signs in for the first time, replaces the password and signs out again. */
async function replaceInitial(page: Page, login: string, initial: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/sign-in`);
  await signInOn(page, login, initial);
  await page.getByRole('heading', { level: 1, name: '请先更换初始密码' }).waitFor();
  await change(page, initial, PASSWORD);
  await page.getByRole('heading', { level: 1, name: '请先更换初始密码' }).waitFor({ state: 'detached' });
  await page.goto(`${new URL(page.url()).origin}/account`);
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
}
