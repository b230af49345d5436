import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSamePerson, personName } from '#domain/pack-life/person';

it.each([
  ['  张三 ', '张三'],
  ['Ａｎｎ\t Li', 'Ann Li'],
  ['张\u200b三', '张三'],
  ['\u200b \u0007', ''],
  ['e\u200b\u0301', '\u00e9'],
  ['a \u200b b', 'a b'],
])('%j is written %j', (text, name) => {
  expect(personName(text)).toBe(name);
});

it.each([
  ['张 三', '张三', true],
  ['ANN li', 'Ann Li', true],
  ['张三', '张叁', false],
])('%s and %s: one person %s', (one, other, isSame) => {
  expect(isSamePerson(one, other)).toBe(isSame);
});

it('a name that is written once is written so for good', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(personName(personName(text))).toBe(personName(text));
    }),
    { numRuns: 2000 },
  );
});
