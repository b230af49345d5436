import { describe, expect, it } from 'vitest';
import { AssertionFailure, present } from '#kernel/assert';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';
import { resolveValue, type ResolveAt, type ResolvedValue } from '#rules/value/resolve-value';
import { inventedPack, replaceOnce } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';
import { toldRefusals } from '#tests/support/told-refusals';

const FUND = 'values/fund.yaml';
const BENEFIT = 'values/benefit.yaml';
const pack = inventedPack();

const day = (text: string): PlainDate => present(parsePlainDate(text), `the day ${text}`);
const at = (on: string, more: Partial<ResolveAt> = {}): ResolveAt => ({
  on: day(on),
  assumptions: 'state',
  ...more,
});

function found(name: string, where: ResolveAt, from = pack): ResolvedValue {
  const value = resolveValue(from, name, where);
  if (!value.allowed) throw new Error(JSON.stringify(value.refusals));
  return value.value;
}

function refused(name: string, where: ResolveAt, from = pack): readonly string[] {
  const value = resolveValue(from, name, where);
  if (value.allowed) return [];
  return toldRefusals(value.refusals).map((told, at) => `${told} [${value.refusals[at]?.clause ?? ''}]`);
}

const textOf = (name: string, where: ResolveAt): string => found(name, where).quantity.text;

describe('the version of a value is the one in force on the day', () => {
  const employee = { cell: { scheme: 'employee' } };

  it.each([
    ['2024-01-01', '5%'],
    ['2024-07-15', '5%'],
    ['2024-12-31', '5%'],
    ['2025-01-01', '6%'],
    ['9999-12-31', '6%'],
  ])('YH-2: on %s the levy rate is %s', (on, rate) => {
    expect(textOf('levy_rate', at(on, employee))).toBe(rate);
  });

  it('YH-2: the day before the first version has no rate', () => {
    expect(refused('levy_rate', at('2023-12-31', employee))).toEqual(['not_in_force levy_rate []']);
  });

  it('the day after the last version has none either', () => {
    const ended = inventedPack({
      [FUND]: replaceOnce('from: 2024-01-01, value: 30%', 'from: 2024-01-01, to: 2024-06-30, value: 30%'),
    });
    expect(found('care_share', at('2024-06-30'), ended).quantity.text).toBe('30%');
    expect(refused('care_share', at('2024-07-01'), ended)).toEqual(['not_in_force care_share []']);
  });

  it('a value of the pack above is found like an own one', () => {
    expect(textOf('levy_rate_limit', at('2024-01-01'))).toBe('20%');
  });
});

describe('the cell of a table is the one of its axes', () => {
  it.each([
    ['levy_rate', { scheme: 'resident' }, '10%'],
    ['deductible', { pool: 'east' }, '600.00'],
    ['deductible', { pool: 'north' }, '400.00'],
    ['inpatient_ratio', { scheme: 'employee', hospital_tier: 'second' }, '85.5%'],
    ['inpatient_ratio', { hospital_tier: 'first', scheme: 'resident' }, '75%'],
  ])('%s at %j is %s', (name, cell, text) => {
    expect(textOf(name, at('2024-01-01', { cell }))).toBe(text);
  });

  it('members of axes that a value does not have are passed over', () => {
    expect(textOf('tier_step', at('2024-01-01', { cell: { scheme: 'employee', pool: 'east' } }))).toBe('4.5');
  });

  it('a caller that names no member, no value or no figure has made a mistake', () => {
    expect(() => resolveValue(pack, 'deductible', at('2024-01-01'))).toThrow(AssertionFailure);
    expect(() => resolveValue(pack, 'no_such_value', at('2024-01-01'))).toThrow(AssertionFailure);
    const replaced = { care_share: 'half' };
    expect(() => resolveValue(pack, 'care_share', at('2024-01-01', { replaced }))).toThrow(AssertionFailure);
  });

  it('YH-R1: a table that the policy delegates is assumed cell by cell', () => {
    const assumed = inventedPack({
      [BENEFIT]: (old) =>
        old
          .replace('    kind: exact\n    axes: [pool]', '    kind: delegated\n    axes: [pool]')
          .replace('north: 400\n', 'north: 400\n        reading: YH-R1\n'),
    });
    expect(found('deductible', at('2024-01-01', { cell: { pool: 'west' } }), assumed)).toMatchObject({
      quantity: { text: '500.50' },
      standing: 'assumed',
      reading: 'YH-R1',
    });
  });
});

describe('a figure says how firm it is', () => {
  it('what the policy states is stated, with its clauses and by no reading', () => {
    const share = found('care_share', at('2024-01-01'));
    expect(share).toMatchObject({ standing: 'stated', cite: ['YH-4'] });
    expect(share).not.toHaveProperty('reading');
  });

  it('YH-R1: what the policy delegates is assumed, with its reading', () => {
    expect(found('shortage_rule', at('2024-01-01'))).toMatchObject({
      quantity: { choice: 'proportional' },
      standing: 'assumed',
      reading: 'YH-R1',
    });
  });

  it('YH-R1: an assumed figure is refused for a production run', () => {
    expect(refused('shortage_rule', at('2024-01-01', { assumptions: 'refuse' }))).toEqual([
      'assumption_in_production shortage_rule [YH-5]',
    ]);
  });

  it('a stated figure is good for a production run', () => {
    expect(found('care_share', at('2024-01-01', { assumptions: 'refuse' })).standing).toBe('stated');
  });

  it('YH-R2: a delegated value without an assumed figure has none', () => {
    expect(refused('gap_share', at('2024-01-01'))).toEqual(['delegated_without_assumption gap_share [YH-8]']);
  });

  it('a figure replaced for this run is a scenario, exact as it was given', () => {
    expect(found('gap_share', at('2024-01-01', { replaced: { gap_share: '12.5%' } }))).toMatchObject({
      quantity: { text: '12.5%', rate: { numerator: 1n, denominator: 8n } },
      standing: 'scenario',
      reading: 'scenario',
    });
  });

  it('one replaced figure stands for every cell of a table', () => {
    const replaced = { levy_rate: '7%' };
    for (const scheme of ['employee', 'resident']) {
      expect(textOf('levy_rate', at('2024-01-01', { replaced, cell: { scheme } }))).toBe('7%');
    }
  });

  it('a replaced figure is refused for a production run', () => {
    const where = at('2024-01-01', { replaced: { care_share: '7%' }, assumptions: 'refuse' });
    expect(refused('care_share', where)).toEqual(['replacement_in_production values.care_share [YH-4]']);
  });

  it.each([
    ['levy_rate', '20%', []],
    ['levy_rate', '20.1%', ['out_of_bounds values.levy_rate [UN-1]']],
    ['incentive_share', '10%', []],
    ['incentive_share', '9.9%', ['out_of_bounds values.incentive_share [YH-7]']],
  ])('a replaced %s of %s keeps its bound, the bound itself included', (name, figure, expected) => {
    const where = at('2024-01-01', { replaced: { [name]: figure }, cell: { scheme: 'employee' } });
    expect(refused(name, where)).toEqual(expected);
  });

  it.each([
    ['employee', '9', []],
    ['employee', '9.5', ['out_of_bounds values.target_months [YH-5]']],
    ['resident', '9', ['out_of_bounds values.target_months [YH-5]']],
    ['resident', '1', ['out_of_bounds values.target_months [YH-5]']],
  ])('a band given by insurance type binds %s at %s by its own ends', (scheme, target_months, expected) => {
    const where = at('2024-01-01', { replaced: { target_months }, cell: { scheme } });
    expect(refused('target_months', where)).toEqual(expected);
  });

  it.each([
    ['5%', []],
    ['5.01%', ['out_of_bounds values.levy_rate [AH-1.5-b]']],
  ])('AH-1.5-b: a levy rate of %s is held against the limit of 5%', async (levy_rate, expected) => {
    const where = at('2025-01-01', { replaced: { levy_rate }, cell: { scheme: 'resident' } });
    expect(refused('levy_rate', where, await loadTestPack('anhui'))).toEqual(expected);
  });

  it('a bound that is not valid yet binds no replaced figure', () => {
    const later = inventedPack(
      {},
      { 'values/limits.yaml': replaceOnce('from: 2020-01-01', 'from: 2025-01-01') },
    );
    const replaced = { levy_rate: '30%' };
    const cell = { scheme: 'employee' };
    expect(refused('levy_rate', at('2024-01-01', { replaced, cell }), later)).toEqual([]);
    expect(refused('levy_rate', at('2025-01-01', { replaced, cell }), later)).toEqual([
      'out_of_bounds values.levy_rate [UN-1]',
    ]);
  });

  it('replacing a figure does not bring a rule in force before its day', () => {
    expect(refused('care_share', at('2023-12-31', { replaced: { care_share: '7%' } }))).toEqual([
      'not_in_force care_share []',
    ]);
  });
});

describe('a figure linked to a statistic', () => {
  it('is the factor times the statistic of its year, rounded once half up', () => {
    // 30.1% of 5,000.05 = 1,505.01505; of 6,000.00 = 1,806.00 exactly
    expect(found('contribution_ceiling', at('2024-05-01'))).toMatchObject({
      quantity: { text: '1505.02' },
      standing: 'stated',
    });
    expect(found('contribution_ceiling', at('2025-05-01'))).toMatchObject({
      quantity: { text: '1806.00' },
      standing: 'stated',
    });
  });

  it('is rounded down where the version says so', () => {
    const down = inventedPack({ [BENEFIT]: replaceOnce('round: half_up', 'round: down') });
    expect(found('contribution_ceiling', at('2024-05-01'), down).quantity.text).toBe('1505.01');
  });

  it('is provisional while the newest published year stands in', () => {
    expect(found('contribution_ceiling', at('2026-05-01'))).toMatchObject({
      quantity: { text: '1806.00' },
      standing: 'provisional',
    });
  });

  it.each([
    ['2025-06-19', '1505.02', 'provisional'],
    ['2025-06-20', '1806.00', 'stated'],
  ])(
    'counts a statistic from the day of its publication: known on %s it is %s',
    (knownOn, text, standing) => {
      expect(found('contribution_ceiling', at('2025-07-01', { knownOn: day(knownOn) }))).toMatchObject({
        quantity: { text },
        standing,
      });
    },
  );

  it('has no figure before any year of its statistic is published', () => {
    expect(refused('contribution_ceiling', at('2024-05-01', { knownOn: day('2024-06-19') }))).toEqual([
      'statistic_missing contribution_ceiling average_wage []',
    ]);
  });

  it('never takes a statistic of a later year than it is linked to', () => {
    const later = inventedPack({ 'statistics.yaml': replaceOnce('year: 2023', 'year: 2025') });
    expect(refused('contribution_ceiling', at('2024-05-01'), later)).toEqual([
      'statistic_missing contribution_ceiling average_wage []',
    ]);
  });

  it('is an assumption where the policy delegates it, and refused for a production run', () => {
    const delegated = inventedPack({
      [BENEFIT]: (old) =>
        old
          .replace(
            '    kind: exact\n    anchor: contribution_month',
            '    kind: delegated\n    anchor: contribution_month',
          )
          .replace('round: half_up }\n', 'round: half_up }\n        reading: YH-R2\n'),
    });
    expect(found('contribution_ceiling', at('2024-05-01'), delegated)).toMatchObject({
      standing: 'assumed',
      reading: 'YH-R2',
    });
    expect(refused('contribution_ceiling', at('2024-05-01', { assumptions: 'refuse' }), delegated)).toEqual([
      'assumption_in_production contribution_ceiling [YH-1]',
    ]);
  });
});
