import { expect, it } from 'vitest';
import type { Fen } from '#kernel/fen';
import type { FormulaFigure } from '#rules/formula/figure';
import type { ProgramLayout } from '#rules/targets/emit-layout';
import { encodeInto, encodeRow, newRowNumbers } from '#rules/targets/encode-row';
import { choice, count, flag, money } from '#tests/support/small-formula';

const layout: ProgramLayout = {
  fields: [
    { field: 'cost', unit: 'fen', scale: 1n },
    { field: 'score', unit: 'count', scale: 10n },
    { field: 'kind', unit: 'choice', scale: 1n, options: ['p', 'q'] },
    { field: 'flag', unit: 'truth', scale: 1n },
  ],
  totals: [
    { node: 5, amount: 0, total: 'paid' },
    { node: 6, amount: 0, total: 'due' },
  ],
};
const MOST = 2n ** 53n - 1n;

const row = (
  inputs: Readonly<Record<string, FormulaFigure>>,
  totals: Readonly<Record<string, bigint>> = {},
): Parameters<typeof encodeRow>[1] => ({
  inputs: new Map(Object.entries(inputs)),
  totals: new Map(Object.entries(totals) as [string, Fen][]),
});
const half: FormulaFigure = { unit: 'count', count: { numerator: 1n, denominator: 3n } };

it('a row is written in the order of the program, each fact at its scale', () => {
  const facts = { flag: flag(true), cost: money(105n), score: count(3n), kind: choice('q'), idle: money(1n) };
  const encoded = encodeRow(layout, row(facts, { due: MOST, paid: -MOST }));
  expect([...encoded.facts]).toEqual([105, 30, 1, 1]);
  expect([...encoded.totals]).toEqual([-Number(MOST), Number(MOST)]);
  expect(encoded.refusals.size).toBe(0);
});

it('what is missing, no option or beyond a double is no number; only too many decimals are refused here', () => {
  const facts = { cost: money(MOST + 1n), score: half, kind: choice('r') };
  const encoded = encodeRow(layout, row(facts, { paid: MOST + 1n, due: -MOST - 1n }));
  expect([...encoded.facts]).toEqual([NaN, NaN, NaN, NaN]);
  expect([...encoded.totals]).toEqual([NaN, NaN]);
  expect([...encoded.refusals]).toMatchObject([
    [
      'score',
      {
        code: 'too_many_decimals',
        at: 'score',
        next: { zh: '请减少小数位数', en: 'give it with fewer decimals' },
        what: { zh: '小数位数过多（最多 1 位）', en: 'has more than 1 decimals' },
      },
    ],
  ]);
  expect([...encodeRow(layout, { inputs: new Map() }).totals]).toEqual([NaN, NaN]);
});

it('a row is written over the one before it, whatever that one had', () => {
  const numbers = newRowNumbers(layout);
  encodeInto(numbers, layout, row({ cost: money(1n), score: half, flag: flag(true) }, { paid: 1n }));
  encodeInto(numbers, layout, row({ score: count(2n) }, { due: 2n }));
  expect([...numbers.facts]).toEqual([NaN, 20, NaN, NaN]);
  expect([...numbers.totals]).toEqual([NaN, 2]);
});

it('a fact of another unit is a defect of whoever gives it', () => {
  expect(() => encodeRow(layout, row({ cost: count(1n) }))).toThrow('cost is given as fen');
});
