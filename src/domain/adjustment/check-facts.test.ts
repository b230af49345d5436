import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { neededFields } from '#domain/adjustment/check-facts';
import { replaceOnce } from '#tests/support/invented-pack';
import {
  city,
  factsOf,
  inventedPlan,
  inventedRequest,
  requestOf,
  tryInvented,
} from '#tests/support/invented-request';

function told(...input: Parameters<typeof tryInvented>): readonly string[] {
  const result = tryInvented(...input);
  return result.allowed
    ? []
    : result.refusals.map(({ code, at, clause }) => `${code} ${at} [${clause ?? ''}]`);
}

const NEEDED = [
  'collections',
  'treasuryCover',
  'conditions',
  'expenditure',
  'emergency',
  'emergencyCause',
  'revenue',
  'openingBalance',
] as const;

describe('a year and an insurance type outside the rule are refused', () => {
  it.each([
    ['YH-1: employees before 2024', { year: 2023 }, ['not_in_force year [YH-1]']],
    ['YH-1: residents before 2025', { year: 2024, scheme: 'resident' }, ['not_in_force year [YH-1]']],
  ] as const)('%s', (_, changes, expected) => {
    expect(told(inventedRequest(changes))).toEqual(expected);
  });

  it('YH-1: the first year of each is reckoned', () => {
    expect(told(inventedRequest({ year: 2024 }))).toEqual([]);
    expect(told(inventedRequest({ year: 2025, scheme: 'resident' }))).toEqual([]);
  });

  it('an insurance type that the rule does not know is refused, and the known ones are named', () => {
    const overrides = { 'adjustment.yaml': replaceOnce('    resident: { first_year: 2025 }\n', '') };
    const result = tryInvented(inventedRequest({ scheme: 'resident', year: 2030 }), overrides);
    expect(result).toMatchObject({
      allowed: false,
      refusals: [{ code: 'not_in_force', at: 'scheme', next: { en: 'schemes covered: employee' } }],
    });
  });

  it('nothing else is told of a year outside the rule', () => {
    expect(told(requestOf([city('east'), city('east')], { year: 2023 }))).toHaveLength(1);
  });
});

describe('a missing field is never zero', () => {
  it('the pipeline says which fields it needs', () => {
    expect(neededFields(inventedPlan(), factsOf(inventedRequest()))).toEqual(NEEDED);
  });

  it.each(NEEDED)('%s is needed of each pool', (field) => {
    const { [field]: _, ...rest } = city('west');
    expect(told(requestOf([city('east'), rest as PoolRequest]))).toEqual([
      `missing_field pools[1].${field} []`,
    ]);
  });

  it('every missing field of every pool is named', () => {
    expect(told(requestOf([{ id: 'east' }, { id: 'west' }]))).toEqual(
      [0, 1].flatMap((index) => NEEDED.map((field) => `missing_field pools[${index}].${field} []`)),
    );
  });

  it('a field that only a left-out step needs is not asked for', () => {
    const overrides = {
      'adjustment.yaml': replaceOnce(
        `    - mechanism: emergency
      with: { causes: [public_health, policy], shortage: shortage_rule }
      cite: [YH-6]
      readings: [YH-R1]
`,
        '',
      ),
    };
    const { emergency: _amount, emergencyCause: _cause, ...rest } = city('east');
    expect(told(requestOf([rest]), overrides)).toEqual([]);
  });

  it('the field of the levy is the base that the pack names', () => {
    const overrides = { 'adjustment.yaml': replaceOnce('base: collections', 'base: revenue') };
    const { collections: _, ...rest } = city('east');
    expect(told(requestOf([rest]), overrides)).toEqual([]);
  });
});

describe('ids name pools of the input, each once', () => {
  it('a pool given twice is refused where it is given again', () => {
    expect(told(requestOf([city('east'), city('west'), city('east')]))).toEqual([
      'duplicate_pool pools[2].id []',
    ]);
  });

  it.each([
    ['placeOfCare', 'placeOfInsurance'],
    ['placeOfInsurance', 'placeOfCare'],
  ])('an unknown %s of a recovery is refused', (unknown, known) => {
    const recovery = { [unknown]: 'south', [known]: 'east', amount: '1.00' } as {
      placeOfCare: string;
      placeOfInsurance: string;
      amount: string;
    };
    expect(told(inventedRequest({ recoveries: [recovery] }))).toEqual([
      `unknown_pool recoveries[0].${unknown} []`,
    ]);
  });

  it('the case of letters counts: East is not east', () => {
    const recoveries = [{ placeOfCare: 'East', placeOfInsurance: 'east', amount: '1.00' }];
    expect(told(inventedRequest({ recoveries }))).toEqual(['unknown_pool recoveries[0].placeOfCare []']);
  });
});
