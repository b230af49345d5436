import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText, keepTexts } from '#application/proof/json-texts';

test('a text is written as JSON writes it, whatever its characters', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(jsonText(text)).toBe(JSON.stringify(text));
    }),
  );
});

test('texts that were kept are those that would be written anew, also beyond what is kept', () => {
  let written = 0;
  const write = keepTexts((value: number) => {
    written += 1;
    return `${value}!`;
  });
  const values = Array.from({ length: 15_000 }, (_, at) => at % 5000);
  expect(values.filter((value) => write(value) !== `${value}!`)).toEqual([]);
  expect(written).toBeGreaterThan(5000);
});
