import { expect, it } from 'vitest';
import type { Account } from '#console/api/session-queries.ts';
import { readBack } from '#console/session/back-search.ts';
import { landingOf } from '#console/session/landing.ts';
import { holds } from '#console/session/session.ts';

const ACCOUNT: Account = {
  userId: 'u',
  login: 'lin',
  name: '林',
  department: 'finance',
  place: 'yunhai',
  mustChange: false,
  grants: [{ role: 'fund_maker', place: 'yunhai/linjiang', breakGlass: null }],
};

it('a role holds at its place and below, not beside or above', () => {
  expect(holds(ACCOUNT, ['fund_maker'])).toBe(true);
  expect(holds(ACCOUNT, ['fund_maker'], 'yunhai/linjiang/dongshan')).toBe(true);
  expect(holds(ACCOUNT, ['fund_maker'], 'yunhai/linjiangx')).toBe(false);
  expect(holds(ACCOUNT, ['fund_maker'], 'yunhai')).toBe(false);
  expect(holds(ACCOUNT, ['fund_checker'])).toBe(false);
});

it('nobody holds anything before signing in, or before the initial password is replaced', () => {
  expect(holds(undefined, ['fund_maker'])).toBe(false);
  expect(holds({ ...ACCOUNT, mustChange: true }, ['fund_maker'])).toBe(false);
});

it('the way back is a page of this console and nothing else', () => {
  expect(readBack({ back: '/office/users?x=1' })).toEqual({ back: '/office/users?x=1' });
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/sign-in',
    7,
    undefined,
  ]) {
    expect(readBack({ back })).toEqual({});
  }
});

it('who proposes or decides begins with what waits, who only reads begins in the books', () => {
  const as = (...roles: Account['grants'][number]['role'][]): string => {
    const grants = roles.map((role) => ({ role, place: 'yunhai', breakGlass: null }));
    return landingOf({ ...ACCOUNT, grants });
  };
  expect(as('fund_maker')).toBe('/inbox');
  expect(as('reader', 'budget_checker')).toBe('/inbox');
  expect(as('auditor')).toBe('/fund/books');
  expect(as('reader')).toBe('/fund/books');
  expect(as()).toBe('/account');
});
