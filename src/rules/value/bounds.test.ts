import { expect, it } from 'vitest';
import { loadInventedPack, replaceOnce } from '#tests/support/invented-pack';
import { toldRefusals } from '#tests/support/told-refusals';

const FUND = 'values/fund.yaml';

/** What a change of the fund's values is refused for, without the lines. */
function refused(old: string, replacement: string): readonly string[] {
  const pack = loadInventedPack({ [FUND]: replaceOnce(old, replacement) });
  return pack.allowed ? [] : toldRefusals(pack.refusals).map((told) => told.replace(/packs\S+ /, ''));
}

it.each([
  ['that cannot be read', 'value: 10%, cite: [YH-7]', 'value: a tenth, cite: [YH-7]'],
  ['given as a table that it has no axis for', 'value: 10%, cite', 'cells: { employee: 10% }, cite'],
])('a bound %s is refused itself, and binds nothing', (_, old, replacement) => {
  expect(refused(old, replacement)).toEqual(['bad_value incentive_share_minimum']);
});

it('a delegated value that has no figure yet may name a bound already', () => {
  const bounded =
    'anchor: fund_year\n    bounded_by: incentive_share_minimum\n    versions: [{ from: 2024-01-01, cite: [YH-8]';
  expect(refused('anchor: fund_year\n    versions: [{ from: 2024-01-01, cite: [YH-8]', bounded)).toEqual([]);
});
