import { describe, expect, it } from 'vitest';
import { planAdjustment } from '#domain/adjustment/plan';
import { inventedPack, inventedPackFiles, replaceOnce } from '#tests/support/invented-pack';
import { inventedPlan } from '#tests/support/invented-request';

const FILE = 'adjustment.yaml';

/** What the plan of Yunhai is refused for after a change of its pipeline. */
function told(change: (old: string) => string): readonly string[] {
  const plan = planAdjustment(inventedPack({ [FILE]: change }));
  return plan.allowed ? [] : plan.refusals.map(({ code, at, what }) => `${code} ${at}: ${what.en}`);
}

/** The place of a step in the changed file. */
function placeOf(mechanism: string, change: (old: string) => string): string {
  const lines = change(inventedPackFiles().get(FILE) ?? '').split('\n');
  return `packs/yunhai/${FILE}:${lines.lastIndexOf(`    - mechanism: ${mechanism}`) + 1}`;
}

/** The text of one step, as it stands in the file. */
function stepOf(mechanism: string): string {
  const [, ...steps] = (inventedPackFiles().get(FILE) ?? '').split(/(?=^ {4}- mechanism: )/m);
  const found = steps.find((step) => step.startsWith(`    - mechanism: ${mechanism}\n`));
  if (found === undefined) throw new Error(`no step ${mechanism}`);
  return found;
}

describe('a pipeline is checked against the mechanisms that there are', () => {
  it('YH-1: a good one keeps order, arguments, clauses and first years', () => {
    const plan = inventedPlan();
    expect(plan.steps.map((step) => step.mechanism.name)).toEqual([
      'levy',
      'deficit_cover',
      'conditions',
      'recovery_return',
      'top_up_to_months',
      'emergency',
      'share_of_remainder',
    ]);
    expect(plan.steps[0]).toMatchObject({
      arguments: { base: 'collections', rate: 'levy_rate' },
      cite: ['YH-2'],
      readings: ['R-1', 'R-3'],
    });
    expect(plan.steps[1]).toMatchObject({ arguments: {}, readings: [] });
    expect([...plan.firstYear]).toEqual([
      ['employee', 2024],
      ['resident', 2025],
    ]);
  });

  it('a pack without a pipeline has nothing to reckon', () => {
    const plan = planAdjustment(inventedPack({ [FILE]: null }));
    expect(plan.allowed ? [] : plan.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'no_adjustment packs/yunhai',
    ]);
  });

  const SHARES = 'with: { care_share: care_share, insured_share: insured_share }';
  it.each([
    [
      'an unknown mechanism',
      'recovery_return',
      replaceOnce('mechanism: recovery_return', 'mechanism: lottery'),
      'lottery',
      'there is no mechanism lottery',
    ],
    [
      'an unknown argument',
      'levy',
      replaceOnce('rate: levy_rate }', 'rate: levy_rate, ceiling: levy_rate }'),
      'ceiling',
      'levy takes no ceiling',
    ],
    [
      'an argument named like a member that every object has',
      'levy',
      replaceOnce('rate: levy_rate }', 'rate: levy_rate, constructor: levy_rate }'),
      'constructor',
      'levy takes no constructor',
    ],
    [
      'a missing argument',
      'recovery_return',
      replaceOnce(SHARES, 'with: { care_share: care_share }'),
      'insured_share',
      'recovery_return needs insured_share',
    ],
    [
      'no arguments at all',
      'conditions',
      replaceOnce(
        '      with: { conditions: [levyPaid, breachesCorrected, budgetMet, enrolmentMet, subsidyPaid] }\n',
        '',
      ),
      'conditions',
      'conditions needs conditions',
    ],
    [
      'a value of another unit',
      'levy',
      replaceOnce('rate: levy_rate', 'rate: target_months'),
      'rate',
      'takes the name of a value of unit rate, given is target_months',
    ],
    [
      'a value that there is not',
      'levy',
      replaceOnce('rate: levy_rate', 'rate: levy_ratio'),
      'rate',
      'takes the name of a value of unit rate, given is levy_ratio',
    ],
    [
      'a figure in place of the name of a value',
      'levy',
      replaceOnce('rate: levy_rate', 'rate: 5%'),
      'rate',
      'takes the name of a value of unit rate, given is 5%',
    ],
    [
      'a list in place of the name of a value',
      'levy',
      replaceOnce('rate: levy_rate', 'rate: [levy_rate]'),
      'rate',
      'takes the name of a value of unit rate, given is levy_rate',
    ],
    [
      'a choice of another mechanism',
      'share_of_remainder',
      replaceOnce('key: incentive_key', 'key: shortage_rule'),
      'key',
      'takes the name of a value of unit choice, given is shortage_rule',
    ],
    [
      'a band in place of a figure',
      'top_up_to_months',
      replaceOnce('target: target_months', 'target: target_months_band'),
      'target',
      'target_months_band must be one figure',
    ],
    [
      'a table by more than the insurance type',
      'levy',
      replaceOnce('rate: levy_rate', 'rate: inpatient_ratio'),
      'rate',
      'inpatient_ratio must be one figure',
    ],
    [
      'a choice that the mechanism does not have',
      'levy',
      replaceOnce('base: collections', 'base: openingBalance'),
      'base',
      'takes collections, ',
    ],
    [
      'a list where one choice belongs',
      'levy',
      replaceOnce('base: collections', 'base: [collections]'),
      'base',
      'takes collections, ',
    ],
    [
      'one choice where a list belongs',
      'emergency',
      replaceOnce('causes: [public_health, policy]', 'causes: policy'),
      'causes',
      'takes public_health, policy; given is policy',
    ],
    [
      'an unknown member of a list',
      'emergency',
      replaceOnce('causes: [public_health, policy]', 'causes: [policy, flood]'),
      'causes',
      'takes public_health, policy; given is policy, flood',
    ],
    [
      'an empty list',
      'emergency',
      replaceOnce('causes: [public_health, policy]', 'causes: []'),
      'causes',
      'takes public_health, policy; given is ',
    ],
  ])('%s is one refusal with file, line and argument', (_, mechanism, change, argument, what) => {
    const place = placeOf(argument === 'lottery' ? 'lottery' : mechanism, change);
    const [only, ...others] = told(change);
    expect(others).toEqual([]);
    expect(only?.startsWith(`bad_step ${place} ${argument}: ${what}`), only).toBe(true);
  });
});

describe('each step comes once and after the one that it builds on', () => {
  const without = (mechanism: string) => replaceOnce(stepOf(mechanism), '');
  const twice = (mechanism: string) => replaceOnce(stepOf(mechanism), stepOf(mechanism) + stepOf(mechanism));
  const last = (mechanism: string) => (old: string) => without(mechanism)(old) + stepOf(mechanism);

  it.each([
    ['a step given twice', 'conditions', twice('conditions'), 'the mechanism conditions is given twice'],
    [
      'a top-up without the balance after the levy',
      'top_up_to_months',
      without('deficit_cover'),
      'top_up_to_months needs a step before it: deficit_cover',
    ],
    [
      'a top-up before the balance after the levy',
      'top_up_to_months',
      last('deficit_cover'),
      'top_up_to_months needs a step before it: deficit_cover',
    ],
  ])('%s is one refusal with file, line and mechanism', (_, mechanism, change, what) => {
    expect(told(change)).toEqual([`bad_step ${placeOf(mechanism, change)} ${mechanism}: ${what}`]);
  });

  it('whatever builds on levies says so when none are raised before it', () => {
    expect(told(without('levy')).map((line) => line.split(': ')[0]?.split(' ').at(-1))).toEqual([
      'deficit_cover',
      'share_of_remainder',
    ]);
  });

  it('a pipeline that raises no levy at all is refused', () => {
    const change = (old: string): string => {
      const [head = ''] = old.split(/^ {4}- mechanism: /m);
      return head + stepOf('conditions');
    };
    expect(told(change)).toHaveLength(1);
    expect(told(change)[0]).toMatch(
      /^bad_step packs\/yunhai\/adjustment\.yaml:\d+ steps: no step raises the levy/,
    );
  });

  it.each(['conditions', 'recovery_return', 'emergency', 'share_of_remainder'])(
    '%s may be left out',
    (mechanism) => {
      expect(told(without(mechanism))).toEqual([]);
    },
  );
});
