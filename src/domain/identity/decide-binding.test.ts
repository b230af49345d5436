import { describe, expect, it } from 'vitest';
import type { Account } from '#domain/identity/account';
import type { Binding } from '#domain/identity/binding';
import { decideBindingDecision, decideBindingRequest } from '#domain/identity/decide-binding';
import type { User } from '#domain/identity/grant';

const AT = '2026-03-01T00:00:00.000Z';
const USER: User = {
  id: 'lin',
  login: 'lin',
  name: '林',
  department: 'finance',
  place: 'yunhai',
  createdBy: 'ann',
  createdAt: AT,
  endedAt: null,
};
const BINDING: Binding = {
  id: 'b',
  userId: 'lin',
  issuer: 'https://id.example',
  subject: 's-lin',
  reason: 'r',
  requestedBy: 'ann',
  requestedAt: AT,
  state: 'requested',
  decidedBy: null,
  decidedAt: null,
  endedBy: null,
  endedAt: null,
};
const WANTED = { issuer: 'https://id.example', subject: ' s-new ', reason: 'r' };
const account = (userId: string): Account => ({ ...USER, userId, mustChange: false, grants: [] });

describe('asking for a binding', () => {
  const codes = (user: User, seen: readonly Binding[], wanted: typeof WANTED): readonly string[] => {
    const decision = decideBindingRequest(user, seen, wanted);
    return decision.allowed ? [] : decision.refusals.map(({ code }) => code);
  };

  it('takes the identifier without the blanks around it', () => {
    expect(decideBindingRequest(USER, [], WANTED)).toMatchObject({ value: { subject: 's-new' } });
  });

  it('is refused for who has ended, without a reason, and without an identifier, all at once', () => {
    const wanted = { ...WANTED, subject: ' ', reason: ' ' };
    expect(codes({ ...USER, endedAt: AT }, [], wanted)).toEqual([
      'user_ended',
      'reason_missing',
      'subject_missing',
    ]);
  });

  it('is refused where the user or the identifier is bound or waits for it, not after that ended', () => {
    const other = { ...USER, id: 'tao', login: 'tao' };
    expect(codes(USER, [BINDING], WANTED)).toEqual(['already_bound']);
    expect(codes(other, [BINDING], { ...WANTED, subject: 's-lin' })).toEqual(['already_bound']);
    expect(codes(other, [BINDING], WANTED)).toEqual([]);
    for (const state of ['refused', 'ended'] as const) {
      expect(codes(USER, [{ ...BINDING, state }], WANTED)).toEqual([]);
    }
    expect(codes(USER, [{ ...BINDING, issuer: 'https://other.example' }], WANTED)).toEqual([]);
  });
});

describe('deciding on a binding', () => {
  it.each(['ann', 'lin'])('is not for %s, who asked for it or gains by it', (userId) => {
    expect(decideBindingDecision(account(userId), BINDING)).toMatchObject({
      refusals: [{ code: 'same_person' }],
    });
  });

  it('is for another person, once', () => {
    expect(decideBindingDecision(account('bob'), BINDING).allowed).toBe(true);
    expect(decideBindingDecision(account('bob'), { ...BINDING, state: 'confirmed' })).toMatchObject({
      refusals: [{ code: 'binding_decided' }],
    });
  });
});
