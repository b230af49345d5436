import { describe, expect, it } from 'vitest';
import { DEPARTMENT_IDS, ROLE_NAMES } from '#contract/identity';
import { grantsFor, scopeOf, type Account } from '#domain/identity/account';
import { DEPARTMENTS } from '#domain/identity/department';
import { coversPlace, findPlaceLevel, isPlacePath } from '#domain/identity/place-path';
import { isRoleId, mayHoldBoth, ROLE_IDS, ROLES } from '#domain/identity/roles';

describe('roles and departments', () => {
  it('are the same in the rules and in the contract', () => {
    expect(ROLE_NAMES).toEqual(ROLE_IDS);
    expect(DEPARTMENT_IDS).toEqual(Object.keys(DEPARTMENTS));
    expect(isRoleId('administrator')).toBe(true);
    expect(isRoleId('constructor')).toBe(false);
  });

  it('exclude in both directions: an auditor acts in nothing', () => {
    const acting = ROLE_IDS.filter((role) => role !== 'auditor' && role !== 'reader');
    for (const role of acting) {
      expect([role, mayHoldBoth('auditor', role), mayHoldBoth(role, 'auditor')]).toEqual([
        role,
        false,
        false,
      ]);
      const { excludes }: { readonly excludes: readonly string[] } = ROLES.auditor;
      expect(excludes).toContain(role);
    }
    expect(mayHoldBoth('fund_maker', 'fund_checker')).toBe(true);
  });
});

describe('a place', () => {
  it('is a path of one to five ids, whose depth is its level', () => {
    expect(findPlaceLevel('yunhai')).toBe('province');
    expect(findPlaceLevel('yunhai/linjiang')).toBe('city');
    expect(findPlaceLevel('yunhai/linjiang/dongshan/t1/v1')).toBe('village');
    for (const wrong of [
      '',
      '/',
      'yunhai/',
      '/yunhai',
      'Yunhai',
      'a//b',
      'a/b/c/d/e/f',
      'a|b',
      'a,b',
      '云海',
    ]) {
      expect([wrong, isPlacePath(wrong), findPlaceLevel(wrong)]).toEqual([wrong, false, undefined]);
    }
  });

  it('covers itself and what lies below, not what merely begins alike', () => {
    expect(coversPlace('yunhai', 'yunhai')).toBe(true);
    expect(coversPlace('yunhai', 'yunhai/linjiang/dongshan')).toBe(true);
    expect(coversPlace('yunhai/lin', 'yunhai/linjiang')).toBe(false);
    expect(coversPlace('yunhai/linjiang', 'yunhai')).toBe(false);
  });
});

const account: Account = {
  userId: 'u',
  login: 'ann',
  name: 'Ann',
  department: 'finance',
  place: 'yunhai',
  mustChange: false,
  grants: [
    { role: 'fund_maker', place: 'yunhai/linjiang', breakGlass: null },
    { role: 'auditor', place: 'yunhai/xigang', breakGlass: null },
  ],
};

describe('what an account sees', () => {
  it('is what the roles of this call give: every department for some, the own for others', () => {
    expect(scopeOf(account, ['fund_maker']).parts).toEqual([
      { place: 'yunhai/linjiang', department: 'finance' },
    ]);
    expect(scopeOf(account, ['fund_maker', 'auditor']).parts).toContainEqual({
      place: 'yunhai/xigang',
      department: '*',
    });
    expect(scopeOf(account, ['administrator']).parts).toEqual([]);
  });

  it('reaches down from the place of a grant and not beside it', () => {
    expect(grantsFor(account, ['fund_maker'], 'yunhai/linjiang/dongshan')).toHaveLength(1);
    expect(grantsFor(account, ['fund_maker'], 'yunhai/xigang')).toEqual([]);
    expect(grantsFor(account, ['fund_maker'], 'yunhai')).toEqual([]);
  });
});
