import { describe, expect, it } from 'vitest';
import type { Account } from '#domain/identity/account';
import { decideBreakGlass, decideReview } from '#domain/identity/decide-break-glass';
import { decideGrantDecision, decideGrantRequest } from '#domain/identity/decide-grant';
import type { BreakGlass, Grant, User } from '#domain/identity/grant';
import { checkPassword } from '#domain/identity/password-rules';
import type { Decision } from '#kernel/decision';

const NOW = '2026-03-01T00:00:00.000Z';
const user: User = {
  id: 'u1',
  login: 'chen',
  name: '陈',
  department: 'finance',
  place: 'yunhai/linjiang',
  createdBy: 'ann',
  createdAt: NOW,
  endedAt: null,
};

function grant(changed: Partial<Grant> = {}): Grant {
  return {
    id: 'g1',
    userId: 'u1',
    role: 'fund_maker',
    place: 'yunhai/linjiang',
    reason: 'r',
    requestedBy: 'ann',
    requestedAt: NOW,
    state: 'requested',
    decidedBy: null,
    decidedAt: null,
    endedBy: null,
    endedAt: null,
    ...changed,
  };
}

function account(userId: string, grants: Account['grants'] = []): Account {
  return {
    userId,
    login: userId,
    name: userId,
    department: 'data',
    place: 'yunhai',
    mustChange: false,
    grants,
  };
}

function codes(decision: Decision<unknown>): readonly string[] {
  return decision.allowed ? [] : decision.refusals.map(({ code }) => code);
}

describe('a request for a grant', () => {
  const wanted = { role: 'fund_maker', place: 'yunhai/linjiang/dongshan', reason: '文号' } as const;

  it('is taken within the home, for a fitting department', () => {
    expect(codes(decideGrantRequest(user, [], wanted))).toEqual([]);
  });

  it.each([
    ['above the home', user, [], { ...wanted, place: 'yunhai' }, ['above_home']],
    [
      'for another department',
      { ...user, department: 'tax' as const },
      [],
      wanted,
      ['role_not_for_department'],
    ],
    ['without a reason', user, [], { ...wanted, reason: ' ' }, ['reason_missing']],
    ['for an ended account', { ...user, endedAt: NOW }, [], wanted, ['user_ended']],
    ['a second time', user, [grant({ place: wanted.place })], wanted, ['already_granted']],
    [
      'that an audit role excludes',
      user,
      [grant({ role: 'auditor', state: 'confirmed' })],
      wanted,
      ['roles_exclude'],
    ],
  ])('is refused %s', (_, of, present, what, expected) => {
    expect(codes(decideGrantRequest(of, present, what))).toEqual(expected);
  });

  it('may come again after a refusal or an end', () => {
    const past = [
      grant({ place: wanted.place, state: 'refused' }),
      grant({ place: wanted.place, state: 'ended' }),
    ];
    expect(codes(decideGrantRequest(user, past, wanted))).toEqual([]);
  });
});

describe('a decision on a grant', () => {
  it('is for another than who asked and who gains by it', () => {
    expect(codes(decideGrantDecision(account('bob'), grant(), [], true))).toEqual([]);
    expect(codes(decideGrantDecision(account('ann'), grant(), [], true))).toEqual(['same_person']);
    expect(codes(decideGrantDecision(account('u1'), grant(), [], false))).toEqual(['same_person']);
  });

  it('is made once, and not against what was confirmed meanwhile', () => {
    expect(codes(decideGrantDecision(account('bob'), grant({ state: 'confirmed' }), [], true))).toEqual([
      'grant_decided',
    ]);
    const others = [grant({ id: 'g2', role: 'auditor', state: 'confirmed' })];
    expect(codes(decideGrantDecision(account('bob'), grant(), others, true))).toEqual(['roles_exclude']);
    expect(codes(decideGrantDecision(account('bob'), grant(), others, false))).toEqual([]);
  });
});

describe('emergency access', () => {
  const held = { role: 'fund_maker', place: 'yunhai/linjiang', breakGlass: null } as const;
  const wanted = { role: 'fund_maker', place: 'yunhai/xigang', hours: 2, reason: '系统迁移' } as const;

  it('carries a held role further, for hours, with a reason', () => {
    expect(codes(decideBreakGlass(account('u1', [held]), wanted))).toEqual([]);
  });

  it.each([
    ['a role that is not held', { ...wanted, role: 'fund_checker' as const }, 'role_not_held'],
    ['an administrator', { ...wanted, role: 'administrator' as const }, 'role_not_held'],
    ['nine hours', { ...wanted, hours: 9 }, 'bad_hours'],
    ['no reason', { ...wanted, reason: '' }, 'reason_missing'],
    ['no place', { ...wanted, place: 'Somewhere' }, 'bad_place'],
  ])('refuses %s', (_, what, code) => {
    const by = account('u1', [held, { ...held, role: 'administrator' }]);
    expect(codes(decideBreakGlass(by, what))).toEqual([code]);
  });

  it('does not grow out of emergency access', () => {
    const by = account('u1', [{ ...held, breakGlass: 'b1' }]);
    expect(codes(decideBreakGlass(by, wanted))).toEqual(['role_not_held']);
  });

  it('is reviewed once, by another person', () => {
    const taken = { id: 'b1', userId: 'u1', reviewedBy: null } as BreakGlass;
    expect(codes(decideReview(account('u2'), taken))).toEqual([]);
    expect(codes(decideReview(account('u1'), taken))).toEqual(['same_person']);
    expect(codes(decideReview(account('u2'), { ...taken, reviewedBy: 'u3' }))).toEqual(['already_reviewed']);
  });
});

describe('a password', () => {
  const refused = (password: string): readonly string[] =>
    checkPassword(password, 'chen').map(({ code }) => code);

  it.each([
    ['Lake-and-Hill-2026', []],
    ['many small words make it', []],
    ['Short-1', ['password_length']],
    ['x'.repeat(129), ['password_length', 'password_too_simple']],
    ['lakeandhills', ['password_too_simple']],
    ['Aa1-Aa1-Aa1-', ['password_too_simple']],
    ['My-CHEN-2026-x', ['password_holds_login']],
  ])('GB/T 22239-2019, 8.1.4.1: %s', (password, expected) => {
    expect(refused(password)).toEqual(expected);
  });
});
