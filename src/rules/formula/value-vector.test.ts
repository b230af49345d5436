import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import type { Formula, FormulaNode } from '#rules/formula/node';
import { cellKey, resolveVector } from '#rules/formula/value-vector';
import { inventedPack } from '#tests/support/invented-pack';

const formulaOf = (...nodes: readonly Readonly<Record<string, unknown>>[]): Formula => ({
  id: 'test',
  nodes: nodes.map((node) => ({ args: [], cite: [], readings: [], ...node }) as unknown as FormulaNode),
  outputs: {},
  claims: [],
});
const formula = formulaOf(
  { op: 'input', field: 'care_share' },
  { op: 'value', value: 'care_share' },
  { op: 'lookup', value: 'inpatient_ratio', axes: ['scheme', 'hospital_tier'] },
  { op: 'value', value: 'gap_share' },
);

describe('the pack values of a formula at one date', () => {
  const at = { on: plainDate(2024, 5, 1), assumptions: 'state' } as const;
  const { read } = resolveVector(inventedPack(), formula, at);
  const textAt = (value: string, ...members: readonly string[]): string => {
    const found = read(value, members);
    return found.allowed ? found.value.quantity.text : found.refusals.map(({ code }) => code).join();
  };

  it('are read in every cell', () => {
    expect(textAt('care_share')).toBe('30%');
    expect(textAt('inpatient_ratio', 'employee', 'first')).toBe('90%');
    expect(textAt('inpatient_ratio', 'employee', 'second')).toBe('85.5%');
    expect(textAt('inpatient_ratio', 'resident', 'first')).toBe('75%');
    expect(textAt('inpatient_ratio', 'resident', 'second')).toBe('70%');
  });

  it('a cell without a figure keeps its refusal for the row that needs it', () => {
    expect(textAt('gap_share')).toBe('delegated_without_assumption');
  });

  it('follow the date and the assumptions that are asked for', () => {
    const before = resolveVector(inventedPack(), formula, { ...at, on: plainDate(2023, 5, 1) });
    expect(before.read('care_share', [])).toMatchObject({ refusals: [{ code: 'not_in_force' }] });
  });

  it('what the formula does not read is not there', () => {
    expect(() => read('insured_share', [])).toThrow('the cell value/insured_share');
    expect(() => read('inpatient_ratio', ['employee', 'third'])).toThrow(
      'the cell value/inpatient_ratio/employee/third',
    );
  });
});

it('a cell is called as explanations call it', () => {
  expect(cellKey('rate', [])).toBe('value/rate');
  expect(cellKey('rate', ['employee', 'first'])).toBe('value/rate/employee/first');
});
