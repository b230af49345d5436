import { describe, expect, it } from 'vitest';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import { inventedRequest } from '#tests/support/invented-request';

type Json = Record<string, unknown>;

/** What is told of Yunhai's request after a change made to a copy of it. */
function told(change: (request: Json) => unknown): readonly string[] {
  // Not structuredClone: it would keep one group of conditions shared by all pools.
  const request = JSON.parse(JSON.stringify(inventedRequest())) as Json;
  change(request);
  const shape = checkShape(adjustmentRequestSchema, request);
  return shape.allowed ? [] : shape.refusals.map(({ code, at }) => `${code} ${at}`);
}

const fund = (request: Json): Json => request['fund'] as Json;
const pool = (request: Json, index = 1): Json => (request['pools'] as Json[])[index] ?? {};
const recovery = (request: Json): Json => (request['recoveries'] as Json[])[0] ?? {};

describe('the shape of an adjustment request', () => {
  it('a whole request is in shape, as it was given', () => {
    const request = inventedRequest();
    expect(checkShape(adjustmentRequestSchema, request)).toEqual({ allowed: true, value: request });
  });

  it.each<[string, (request: Json) => unknown, string]>([
    ['an unknown field', (it) => (it['colour'] = 'red'), 'unknown_field colour'],
    ['an unknown field of the fund', (it) => (fund(it)['debt'] = '0.00'), 'unknown_field fund.debt'],
    ['an unknown field of a pool', (it) => (pool(it)['balance'] = '0.00'), 'unknown_field pools[1].balance'],
    [
      'an unknown condition',
      (it) => (pool(it)['conditions'] = { ...(pool(it)['conditions'] as Json), lucky: true }),
      'unknown_field pools[1].conditions.lucky',
    ],
    [
      'an unknown field of a recovery',
      (it) => (recovery(it)['date'] = '2024'),
      'unknown_field recoveries[0].date',
    ],
    [
      'an unknown value to replace',
      (it) => (it['values'] = { care_share: '1%' }),
      'unknown_field values.care_share',
    ],
    [
      'a field of a reserve release that there is not',
      (it) => (it['reserveReleases'] = [{ pool: 'east', amount: '1', cause: 'sudden', by: 'x' }]),
      'unknown_field reserveReleases[0].by',
    ],
    ['no year', (it) => delete it['year'], 'missing_field year'],
    ['no insurance type', (it) => delete it['scheme'], 'missing_field scheme'],
    ['no fund', (it) => delete it['fund'], 'missing_field fund'],
    [
      'no opening balance of the fund',
      (it) => delete fund(it)['openingBalance'],
      'missing_field fund.openingBalance',
    ],
    ['no interest of the fund', (it) => delete fund(it)['interest'], 'missing_field fund.interest'],
    ['no other income of the fund', (it) => delete fund(it)['otherIncome'], 'missing_field fund.otherIncome'],
    ['no pools', (it) => delete it['pools'], 'missing_field pools'],
    ['a pool without id', (it) => delete pool(it)['id'], 'missing_field pools[1].id'],
    [
      'a condition left out',
      (it) => delete (pool(it)['conditions'] as Json)['budgetMet'],
      'missing_field pools[1].conditions.budgetMet',
    ],
    [
      'a recovery without its amount',
      (it) => delete recovery(it)['amount'],
      'missing_field recoveries[0].amount',
    ],
    ['a number for an amount', (it) => (pool(it)['collections'] = 1234.5), 'wrong_type pools[1].collections'],
    ['null for an amount', (it) => (pool(it)['collections'] = null), 'wrong_type pools[1].collections'],
    ['a number for an amount of the fund', (it) => (fund(it)['interest'] = 0), 'wrong_type fund.interest'],
    ['a number for a rate', (it) => (it['values'] = { levy_rate: 0.1 }), 'wrong_type values.levy_rate'],
    [
      'a number for a score',
      (it) => (pool(it)['assessmentScore'] = 87.5),
      'wrong_type pools[1].assessmentScore',
    ],
    ['a text for a year', (it) => (it['year'] = '2024'), 'wrong_type year'],
    ['a part of a year', (it) => (it['year'] = 2024.5), 'wrong_type year'],
    [
      'a text for a truth',
      (it) => (pool(it)['conditions'] = { ...(pool(it)['conditions'] as Json), levyPaid: 'yes' }),
      'wrong_type pools[1].conditions.levyPaid',
    ],
    ['a part of a person', (it) => (pool(it)['insured'] = 1.5), 'wrong_type pools[1].insured'],
    ['fewer persons than none', (it) => (pool(it)['insured'] = -1), 'bad_value pools[1].insured'],
    ['an insurance type that there is not', (it) => (it['scheme'] = 'maternity'), 'bad_value scheme'],
    [
      'a cause that there is not',
      (it) => (pool(it)['emergencyCause'] = 'flood'),
      'bad_value pools[1].emergencyCause',
    ],
    ['a class that there is not', (it) => (pool(it)['class'] = 4), 'bad_value pools[1].class'],
    ['an empty id', (it) => (pool(it)['id'] = ''), 'bad_value pools[1].id'],
    ['no pool at all', (it) => (it['pools'] = []), 'bad_value pools'],
    ['a group for a list', (it) => (it['pools'] = {}), 'wrong_type pools'],
  ])('%s is one refusal that names the place', (_, change, expected) => {
    expect(told(change)).toEqual([expected]);
  });

  it('every problem is told, not only the first', () => {
    expect(
      told((it) => {
        delete it['year'];
        pool(it, 0)['revenue'] = 5;
        pool(it, 2)['x'] = 1;
      }),
    ).toEqual(['missing_field year', 'wrong_type pools[0].revenue', 'unknown_field pools[2].x']);
  });

  it('fields that other places need are known', () => {
    expect(
      told((it) => {
        pool(it)['legacyBalance'] = '1.00';
        pool(it)['gapCause'] = 'dependency';
        pool(it)['kind'] = 'district';
        pool(it)['class'] = 3;
        it['reserveReleases'] = [{ pool: 'east', amount: '1.00', cause: 'disaster' }];
      }),
    ).toEqual([]);
  });
});
