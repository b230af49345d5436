import { expect, it } from 'vitest';
import { isOfOtherType, memberDifference } from '#domain/adjustment-year/members';
import type { InsuranceType } from '#kernel/insurance-type';

const LISTED = [
  { id: 'east', from: '2024-01-01' },
  { id: 'west', from: '2024-01-01', to: '2025-06-30' },
  { id: 'north', from: '2026-01-01' },
];

const of = (year: number, insuranceType: InsuranceType = 'employee') => ({ year, insuranceType });
const all = (...pools: readonly string[]) => ({ pools, leftOut: [] });

it('pools count as the policy lists them at the end of the year', () => {
  expect(memberDifference(LISTED, all('east'), of(2025))).toBeUndefined();
  expect(memberDifference(LISTED, all('east', 'west'), of(2024))).toBeUndefined();
});

it('who is listed and no member, and who is a member and not listed, is told', () => {
  expect(memberDifference(LISTED, all('west', 'south'), of(2026))).toEqual({
    absent: ['east', 'north'],
    unlisted: ['west', 'south'],
    bookless: [],
  });
});

it('a listed member without books of the type is told, a member that the policy does not list has no part', () => {
  const members = { pools: ['east'], leftOut: ['north', 'south'] };
  expect(memberDifference(LISTED, members, of(2026))).toEqual({
    absent: [],
    unlisted: [],
    bookless: ['north'],
  });
});

it('SC-A1: a pool that the policy says is of employees alone is missing from no year of residents', () => {
  const listed = [...LISTED, { id: 'own', from: '2024-01-01', schemes: ['employee'] as const }];
  const members = { pools: ['east'], leftOut: ['own'] };
  expect(memberDifference(listed, members, of(2025, 'resident'))).toBeUndefined();
  expect(memberDifference(listed, members, of(2025))).toMatchObject({ bookless: ['own'] });
  expect(memberDifference(listed, all('east', 'own'), of(2025, 'resident'))).toMatchObject({
    unlisted: ['own'],
  });
  expect([isOfOtherType(listed, 'own', 'resident'), isOfOtherType(listed, 'east', 'resident')]).toEqual([
    true,
    false,
  ]);
});

it('a policy that lists no pools says nothing of them', () => {
  expect(memberDifference([], all('east'), of(2025))).toBeUndefined();
});
