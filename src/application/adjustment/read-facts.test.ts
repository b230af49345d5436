import { describe, expect, it } from 'vitest';
import { readFacts } from '#application/adjustment/read-facts';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { city, factsOf, inventedRequest, requestOf } from '#tests/support/invented-request';

function told(request: AdjustmentRequest): readonly string[] {
  const facts = readFacts(request);
  return facts.allowed ? [] : facts.refusals.map(({ code, at }) => `${code} ${at}`);
}

const MALFORMED: readonly (readonly [string, string, string])[] = [
  ['a third decimal', '1.005', 'too_many_decimals'],
  ['an exponent', '1e3', 'exponent'],
  ['an exponent with decimals', '1.5E+3', 'exponent'],
  ['thousands marks', '1,000.00', 'thousands_mark'],
  ['Chinese thousands marks', '1，000', 'thousands_mark'],
  ['nothing', '', 'bad_amount'],
  ['blanks', '  ', 'bad_amount'],
  ['a blank inside', '1 000', 'bad_amount'],
  ['a blank before', ' 1.00', 'bad_amount'],
  ['a word', 'none', 'bad_amount'],
  ['a unit', '1.00元', 'bad_amount'],
  ['a plus sign', '+1.00', 'bad_amount'],
  ['a comma as point', '1,5', 'bad_amount'],
  ['no digit before the point', '.50', 'bad_amount'],
  ['no digit after the point', '1.', 'bad_amount'],
  ['digits of another script', '１２', 'bad_amount'],
  ['hexadecimal', '0x10', 'bad_amount'],
  ['infinity', 'Infinity', 'bad_amount'],
  ['too many digits', '1000000000000000.00', 'amount_too_long'],
  ['a sum below zero', '-0.01', 'negative_amount'],
];

const AMOUNTS = [
  'collections',
  'priorCollections',
  'revenue',
  'expenditure',
  'legacyBalance',
  'priorLevy',
  'breachLoss',
  'collectionTask',
  'auditedPriorGap',
  'bondsRealised',
  'sameLevelSubsidy',
  'treasuryCover',
  'emergency',
] as const;

describe('an amount is plain text in yuan', () => {
  it.each(MALFORMED)('%s is refused: "%s"', (_, text, code) => {
    expect(told(requestOf([city('east'), city('west', { collections: text })]))).toEqual([
      `${code} pools[1].collections`,
    ]);
  });

  it.each(AMOUNTS)('%s is never below zero, needed or not', (field) => {
    expect(told(requestOf([city('east', { [field]: '-1.00' })]))).toEqual([
      `negative_amount pools[0].${field}`,
    ]);
  });

  it('R-5: only the opening balance may be below zero', () => {
    const facts = factsOf(requestOf([city('east', { openingBalance: '-12.30' })]));
    expect(facts.pools[0]?.amounts.openingBalance).toBe(-1230n);
  });

  it.each(['openingBalance', 'interest', 'otherIncome'] as const)(
    '%s of the fund is an amount too',
    (member) => {
      const fund = { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' };
      expect(told(inventedRequest({ fund: { ...fund, [member]: '1.005' } }))).toEqual([
        `too_many_decimals fund.${member}`,
      ]);
      expect(told(inventedRequest({ fund: { ...fund, [member]: '-1' } }))).toEqual([
        `negative_amount fund.${member}`,
      ]);
    },
  );

  it('so are what was recovered and what is released from a reserve', () => {
    const recoveries = [{ placeOfCare: 'east', placeOfInsurance: 'west', amount: '1e2' }];
    const reserveReleases = [{ pool: 'east', amount: '-1', cause: 'epidemic' }] as const;
    expect(told(inventedRequest({ recoveries, reserveReleases }))).toEqual([
      'exponent recoveries[0].amount',
      'negative_amount reserveReleases[0].amount',
    ]);
  });

  it('every malformed figure is told, not only the first', () => {
    const pools: readonly PoolRequest[] = [
      city('east', { revenue: 'a', expenditure: 'b' }),
      city('west', { emergency: 'c' }),
    ];
    expect(told(requestOf(pools))).toEqual([
      'bad_amount pools[0].revenue',
      'bad_amount pools[0].expenditure',
      'bad_amount pools[1].emergency',
    ]);
  });

  it.each([
    ['1234.50', 123_450n],
    ['1234.5', 123_450n],
    ['1234', 123_400n],
    ['0', 0n],
    ['-0.00', 0n],
    ['007.10', 710n],
    ['999999999999999.99', 99_999_999_999_999_999n],
  ])('%s is %d fen', (text, fen) => {
    expect(factsOf(requestOf([city('east', { collections: text })])).pools[0]?.amounts.collections).toBe(fen);
  });
});

describe('a figure given for this run', () => {
  it.each([
    ['a rate without percent sign', 'levy_rate', '0.03', 'bad_rate'],
    ['a rate above 100%', 'levy_rate', '100.000001%', 'bad_rate'],
    ['a rate below zero', 'incentive_share', '-1%', 'negative_amount'],
    ['a rate with an exponent', 'gap_share', '1e1%', 'exponent'],
    ['a rate with too many decimals', 'reserve_share', '1.0000001%', 'too_many_decimals'],
    ['months below zero', 'target_months', '-1', 'negative_amount'],
    ['months with an exponent', 'target_months', '1e1', 'exponent'],
    ['months as a rate', 'target_months', '9%', 'bad_amount'],
  ])('%s is refused', (_, name, text, code) => {
    expect(told(inventedRequest({ values: { [name]: text } }))).toEqual([`${code} values.${name}`]);
  });

  it.each([
    ['levy_rate', '0%'],
    ['levy_rate', '100%'],
    ['levy_rate', '8.25%'],
    ['target_months', '7.5'],
    ['gap_share', '50%'],
  ])('%s may be %s', (name, text) => {
    expect(factsOf(inventedRequest({ values: { [name]: text } })).replaced).toEqual({ [name]: text });
  });
});

describe('what is not there stays unknown', () => {
  it('a missing figure is no zero', () => {
    expect(factsOf(requestOf([{ id: 'east', collections: '1.00' }])).pools).toEqual([
      { id: 'east', amounts: { collections: 100n } },
    ]);
  });

  it.each([999, 10_000, -2024, 0])('%d is no year', (year) => {
    expect(told(inventedRequest({ year }))).toEqual(['bad_year year']);
  });
});
