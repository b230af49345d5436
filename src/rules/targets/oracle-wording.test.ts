import { describe, expect, it } from 'vitest';
import type { Bilingual } from '#kernel/bilingual';
import type { StrictNode } from '#rules/targets/oracle-operators';
import { bracketed, wordOperator } from '#rules/targets/oracle-wording';

const NAMES: readonly Bilingual[] = [
  { zh: '甲', en: 'a' },
  { zh: '乙', en: 'b' },
  { zh: '丙', en: 'c' },
  { zh: '丁', en: 'd' },
  { zh: '戊', en: 'e' },
  { zh: '己', en: 'f' },
  { zh: '庚', en: 'g' },
];

/** A node with its first arguments called 甲, 乙, 丙 … and a, b, c …, in words. */
function worded(count: number, node: Readonly<Record<string, unknown>>): string {
  const { zh, en } = wordOperator(node as unknown as StrictNode, NAMES.slice(0, count));
  return `${zh} | ${en}`;
}

describe('a calculation reads in both languages', () => {
  it.each<[number, Readonly<Record<string, unknown>>, string]>([
    [3, { op: 'add' }, '甲 + 乙 + 丙 | a + b + c'],
    [2, { op: 'subtract' }, '甲 − 乙 | a − b'],
    [2, { op: 'timesRate' }, '甲 × 乙 | a × b'],
    [2, { op: 'timesCount' }, '甲 × 乙 | a × b'],
    [1, { op: 'round', rounding: 'down' }, '甲（向下舍到分） | a (rounded down to the fen)'],
    [2, { op: 'min' }, '甲 与 乙 中较小者 | the smaller of a and b'],
    [2, { op: 'max' }, '甲 与 乙 中较大者 | the larger of a and b'],
    [3, { op: 'clamp' }, '甲 限于 乙 至 丙 | a held between b and c'],
    [2, { op: 'compare', comparison: 'at_most' }, '甲 ≤ 乙 | a ≤ b'],
    [3, { op: 'and' }, '甲 且 乙 且 丙 | a and b and c'],
    [3, { op: 'or' }, '甲 或 乙 或 丙 | a or b or c'],
    [1, { op: 'not' }, '非（甲） | not (a)'],
    [
      3,
      { op: 'mulDiv', rounding: 'half_up' },
      '甲 × 乙 ÷ 丙（四舍五入到分） | a × b ÷ c (half up to the fen)',
    ],
    [2, { op: 'daysBetween' }, '甲 至 乙 的天数 | days from a to b'],
    [2, { op: 'fullYears' }, '甲 至 乙 的周年数 | full years from a to b'],
  ])('%i arguments of %j', (count, node, text) => {
    expect(worded(count, node)).toBe(text);
  });

  it('a scale is its stretch, then each band up to its end at its rate, and the last band as the rest', () => {
    expect(worded(7, { op: 'marginal', bands: 3 })).toBe(
      '甲 至 乙 分段：至 丙 按 戊，至 丁 按 己，其余 庚 | a to b by bands: up to c at e, up to d at f, the rest at g',
    );
  });
});

describe('a part of a larger calculation', () => {
  const part: Bilingual = { zh: '甲 + 乙', en: 'a + b' };

  it('stands in brackets where the reading would otherwise change', () => {
    expect(bracketed(part, 'add')).toEqual({ zh: '（甲 + 乙）', en: '(a + b)' });
  });

  it.each([['timesRate'], ['min'], [undefined]])('of %s needs none', (op) => {
    expect(bracketed(part, op)).toBe(part);
  });
});
