import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formulaJson, parseFormula } from '#rules/formula/formula-json';
import { reckonRow } from '#rules/targets/oracle';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';
import { formulaOf, named, shapes } from '#tests/support/small-formula';

const small = formulaOf((f, builder) => {
  const cost = f.input('cost', 'fen', named('cost'), { atLeast: '0.00', atMost: '9.00' });
  const due = f.round(f.timesRate(cost, f.value('share', 'rate')), 'half_up', named('due'));
  builder.neverAbove(due, cost);
  return due;
});

it('a stored formula is read back as it was, byte for byte, and reckons the same', () => {
  const cases = formulaArbitrary(60).chain((formula) =>
    fc.tuple(fc.constant(formula), rowArbitrary(formula, 6)),
  );
  fc.assert(
    fc.property(cases, ([formula, row]) => {
      const read = parseFormula(formulaJson(formula));
      if (!read.allowed) expect.fail(JSON.stringify(read.refusals));
      expect(formulaJson(read.value)).toBe(formulaJson(formula));
      expect(reckonRow(read.value, row)).toEqual(reckonRow(formula, row));
    }),
  );
});

it('a stored formula is held to its rules again, with the pack where it is at hand', () => {
  expect(parseFormula(formulaJson(small), shapes).allowed).toBe(true);
  const uncited = formulaJson({ ...small, nodes: small.nodes.map((node) => ({ ...node, cite: [] })) });
  expect(parseFormula(uncited)).toMatchObject({ refusals: [{ what: { en: 'cites no clause' } }, {}] });
  expect(parseFormula(formulaJson(small), () => undefined)).toMatchObject({
    refusals: [{ what: { en: 'there is no value share with a single figure' } }],
  });
});

it.each<[string, (text: string) => string, string]>([
  ['no JSON', () => '{', ''],
  ['no formula', () => '[]', '$'],
  ['an operator that no target knows', (text) => text.replace('"timesRate"', '"power"'), 'nodes[2].op'],
  ['an argument that is no node', (text) => text.replace('"args":[2]', '"args":[0.5]'), 'nodes[3].args'],
  ['a unit that there is not', (text) => text.replace('"unit":"exact"', '"unit":"yuan"'), 'nodes[2].unit'],
  ['a member that a formula does not have', (text) => text.replace('{"claims"', '{"a":1,"claims"'), 'test'],
  ['another order of its members', (text) => text.replace(/^\{(.*),("outputs".*)\}$/, '{$2,$1}'), 'test'],
  ['a claim of another kind', (text) => text.replace('at_most', 'at_best'), 'claims[0].claim'],
])('%s is refused with its place', (_, spoil, at) => {
  const text = spoil(formulaJson(small));
  expect(text).not.toBe(formulaJson(small));
  const what = { zh: expect.stringContaining('不是') as string, en: expect.stringContaining('is') as string };
  expect(parseFormula(text)).toMatchObject({ refusals: [{ code: 'bad_formula', at, what }] });
});
