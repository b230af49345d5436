import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRolls, type RollEntry } from '#domain/reconciliation/compare-rolls';

const entry = (key: string, kind: string, file = 'a'): RollEntry => ({
  key,
  at: `${file}:1`,
  fields: { kind },
});
const keys = (entries: readonly RollEntry[]): readonly string[] => entries.map(({ key }) => key);

it('JH-4.7-c: names who is on one roll only, who is there twice, and of whom they differ', () => {
  const ours = [entry('1', 'employee'), entry('2', 'resident'), entry('3', 'resident'), entry('5', 'x')];
  const theirs = [
    entry('1', 'employee'),
    entry('2', 'employee'),
    entry('4', 'resident'),
    entry('5', 'x'),
    entry('5', 'y'),
  ];
  const found = compareRolls(ours, theirs);
  expect(found.agreeing).toBe(1);
  expect(keys(found.missingFromOurs)).toEqual(['4']);
  expect(keys(found.missingFromTheirs)).toEqual(['3']);
  expect(found.contradictions).toEqual([{ key: '2', field: 'kind', ours: 'resident', theirs: 'employee' }]);
  expect(keys(found.repeated)).toEqual(['5', '5']);
});

it('JH-4.7-c: leaves nobody out: everyone agrees, differs, is missing or is repeated', () => {
  const roll = fc.array(
    fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.constantFrom('x', 'y'))
      .map(([key, kind]) => entry(key, kind)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(roll, roll, (ours, theirs) => {
      const found = compareRolls(ours, theirs);
      const named = new Set([
        ...keys(found.missingFromOurs),
        ...keys(found.missingFromTheirs),
        ...keys(found.repeated),
        ...found.contradictions.map(({ key }) => key),
      ]);
      expect(found.agreeing + named.size).toBe(new Set(keys([...ours, ...theirs])).size);
    }),
  );
});
