import type { Page } from 'playwright-core';
import { present } from '#kernel/assert';

export const PASSWORD = 'Lake-and-Hill-2026';

/** Someone with an account, and what is granted. */
export interface E2ePerson {
  readonly login: string;
  readonly name: string;
  readonly place: string;
  readonly department: 'health_insurance' | 'finance' | 'audit' | 'data';
  readonly grants: readonly (readonly [role: string, place: string])[];
}

/** A local program that calls the API in a session of its own. */
interface Caller {
  readonly call: (method: string, path: string, body?: object) => Promise<unknown>;
}

/** The one-time tokens that the program printed. */
export function tokensIn(output: string): readonly string[] {
  return [...output.matchAll(/One-time token .*: ([\w-]{43})/g)].map((match) => present(match[1], 'a token'));
}

/** Makes two administrators and everybody else by the API, as a program of this machine may; all know PASSWORD. */
export async function makePeople(
  address: string,
  output: string,
  place: string,
  people: readonly E2ePerson[],
): Promise<void> {
  const logins = ['first.admin', 'second.admin'] as const;
  for (const [index, login] of logins.entries()) {
    const token = present(tokensIn(output)[index], 'a token');
    const person = { login, name: login, department: 'data', place, password: PASSWORD };
    await stranger(address).call('POST', '/api/v1/first-administrator', { token, ...person });
  }
  const [first, second] = [await signedIn(address, logins[0]), await signedIn(address, logins[1])];
  for (const person of people) await makePerson(address, person, first, second);
}

async function makePerson(address: string, person: E2ePerson, first: Caller, second: Caller): Promise<void> {
  const { grants, ...user } = person;
  const added = (await first.call('POST', '/api/v1/users', user)) as {
    readonly id: string;
    readonly initialPassword: string;
  };
  for (const [role, place] of grants) {
    const asked = (await first.call('POST', '/api/v1/grants', {
      userId: added.id,
      role,
      place,
      reason: '测试',
    })) as { readonly id: string };
    await second.call('POST', `/api/v1/grants/${asked.id}/decisions`, { decision: 'confirmed' });
  }
  const own = await signedIn(address, person.login, added.initialPassword);
  await own.call('PUT', '/api/v1/session/password', { present: added.initialPassword, password: PASSWORD });
}

/** A caller with a session of this person. */
export async function signedIn(address: string, login: string, password = PASSWORD): Promise<Caller> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const cookie = present(answer.headers.get('set-cookie'), `a session of ${login}`).split(';')[0];
  return caller(address, { cookie: present(cookie, 'a cookie') });
}

function stranger(address: string): Caller {
  return caller(address, {});
}

function caller(address: string, headers: Readonly<Record<string, string>>): Caller {
  return {
    async call(method, path, body) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: { ...headers, ...type },
        ...content,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}

/** Signs in on the sign-in page, wherever that leads. */
export async function signInOn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: '登录名' }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
}
