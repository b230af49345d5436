import { describe, expect, it } from 'vitest';
import { adjustText as adjust, expectRefusal, pool, type Json } from '#tests/support/adjust-command';
import { area, fundOf } from '#tests/support/invented-pipelines';
import { inventedRequest, requestOf } from '#tests/support/invented-request';

/** Two pools with every field that a place may ask for, in a year that all of them know but Anhui. */
const known = (year = 2024): Json => {
  const pools = [area('p1', { insured: 3 }), area('p2', { insured: 5, openingBalance: '10.00' })];
  return JSON.parse(JSON.stringify(requestOf(pools, { year, fund: fundOf('10.00') }))) as Json;
};

/** What each of the other places asks of every pool, in the order in which it is told. */
const OTHER_PLACES = {
  shandong: {
    year: 2024,
    needs: ['priorCollections', 'gapCause', 'assessmentScore', 'priorLevy'],
  },
  anhui: { year: 2026, needs: ['priorCollections', 'gapCause', 'assessmentScore'] },
  sichuan: { year: 2024, needs: ['insured', 'breachLoss', 'legacyBalance'] },
  jinhua: {
    year: 2024,
    needs: [
      'collections',
      'legacyBalance',
      'breachLoss',
      'kind',
      'class',
      'collectionTask',
      'auditedPriorGap',
    ],
  },
} as const;

type OtherPlace = keyof typeof OTHER_PLACES;
const PLACES = Object.keys(OTHER_PLACES) as readonly OtherPlace[];
const DRAFTS = ['shandong', 'sichuan', 'jinhua'] as const;
const ALWAYS = ['revenue', 'expenditure', 'openingBalance'] as const;

type PlaceCase = readonly [
  title: string,
  place: OtherPlace,
  change: (request: Json) => unknown,
  ...problems: readonly string[],
];

const releases = (...rows: readonly (readonly [string, string])[]): object[] =>
  rows.map(([of, amount]) => ({ pool: of, amount, cause: 'epidemic' }));

const OTHERS: readonly PlaceCase[] = [
  ['R-7: a year before the draft', 'shandong', (it) => (it['year'] = 2023), 'not_in_force year [SD-3.4-a]:'],
  ['R-7: a year before the draft', 'sichuan', (it) => (it['year'] = 2023), 'not_in_force year [SC-2.2-a]:'],
  ['R-7: a year before pooling', 'jinhua', (it) => (it['year'] = 2021), 'not_in_force year [JH-4.7-a]:'],
  ['R-7: employees before 2026', 'anhui', (it) => (it['year'] = 2025), 'not_in_force year [AH-1.5-a]:'],
  [
    'R-7: residents before 2025',
    'anhui',
    (it) => Object.assign(it, { year: 2024, scheme: 'resident' }),
    'not_in_force year [AH-1.5-a]:',
  ],
  [
    'R-7: residents, who have no fund',
    'shandong',
    (it) => (it['scheme'] = 'resident'),
    'not_in_force scheme [SD-3.4-a]:',
  ],
  ...(['sichuan', 'jinhua'] as const).flatMap((place): readonly PlaceCase[] => [
    [
      'an old balance above the opening balance',
      place,
      (it) => (pool(it)['legacyBalance'] = '10.01'),
      'legacy_above_opening pools[1].legacyBalance:',
    ],
    [
      'an old balance beside a debt',
      place,
      (it) => Object.assign(pool(it), { openingBalance: '-5.00', legacyBalance: '0.01' }),
      'legacy_above_opening pools[1].legacyBalance:',
    ],
  ]),
  [
    'SC-R2: releases above the reserve',
    'sichuan',
    (it) => (it['reserveReleases'] = releases(['p1', '10.00'], ['p2', '0.01'])),
    'release_above_reserve reserveReleases [SC-2.2-d]:',
  ],
  [
    'a release to an unknown pool',
    'sichuan',
    (it) => (it['reserveReleases'] = releases(['p1', '1.00'], ['p3', '1.00'])),
    'unknown_pool reserveReleases[1].pool:',
  ],
  [
    'a negative release',
    'sichuan',
    (it) => (it['reserveReleases'] = releases(['p1', '-1.00'])),
    'negative_amount reserveReleases[0].amount:',
  ],
  [
    'a release for another cause',
    'sichuan',
    (it) => (it['reserveReleases'] = [{ pool: 'p1', amount: '1.00', cause: 'policy' }]),
    'bad_value reserveReleases[0].cause:',
  ],
  [
    'SC-R3: money to distribute and nobody insured',
    'sichuan',
    (it) => [0, 1].forEach((index) => Object.assign(pool(it, index), { insured: 0, revenue: '100.00' })),
    'nobody_insured pools [SC-2.2-e]:',
  ],
  [
    'JH-4.7-d, JH-R2: an audited gap on a district',
    'jinhua',
    (it) => Object.assign(pool(it), { kind: 'district', auditedPriorGap: '0.01' }),
    'audited_gap_on_district pools[1].auditedPriorGap [JH-4.7-d]:',
  ],
  [
    'JH-R5: a county with the id that the rows of the fund have',
    'jinhua',
    (it) => (pool(it)['id'] = 'city'),
    'reserved_id pools[1].id:',
  ],
  ['a fourth class', 'jinhua', (it) => (pool(it)['class'] = 4), 'bad_value pools[1].class:'],
  [
    'a number for a score',
    'anhui',
    (it) => (pool(it)['assessmentScore'] = 87),
    'wrong_type pools[1].assessmentScore:',
  ],
  [
    'a negative score',
    'anhui',
    (it) => (pool(it)['assessmentScore'] = '-1'),
    'negative_amount pools[1].assessmentScore:',
  ],
  ...PLACES.flatMap((place) =>
    [...OTHER_PLACES[place].needs, ...ALWAYS].map((field): PlaceCase => [
      `a pool without ${field}`,
      place,
      (it) => (pool(it)[field] = undefined),
      `missing_field pools[1].${field}:`,
    ]),
  ),
];

describe('bad input of the other places', () => {
  it.each(OTHERS.map(([title, place, change, ...problems]) => ({ title, place, change, problems })))(
    '$place: $title',
    async ({ place, change, problems }) => {
      const request = known(OTHER_PLACES[place].year);
      change(request);
      expectRefusal(await adjust(JSON.stringify(request), place), problems);
    },
  );

  it.each(DRAFTS)('R-7: %s: a draft takes no production run, whatever else is wrong', async (place) => {
    const cite = { shandong: 'SD-3.4-a', sichuan: 'SC-2.2-a', jinhua: 'JH-4.7-a' }[place];
    const request = { ...known(1999), values: { levy_rate: '1%' } };
    expectRefusal(await adjust(JSON.stringify(request), place, '--production'), [
      `draft_in_production packs/${place} [${cite}]:`,
    ]);
  });

  it('anhui: a production run takes neither a replaced nor an assumed figure', async () => {
    const request = { ...known(2026), values: { levy_rate: '1%' } };
    expectRefusal(await adjust(JSON.stringify(request), 'anhui', '--production'), [
      'replacement_in_production values.levy_rate [AH-1.5-b]:',
      'assumption_in_production gap_share [AH-1.5-f]:',
      'assumption_in_production score_band_floor [AH-1.5-f]:',
      'assumption_in_production gap_band_floor [AH-1.5-f]:',
    ]);
  });

  it('jiangxi: a production run takes no replaced figure', async () => {
    const heard = await adjust(
      JSON.stringify({ ...inventedRequest(), values: { levy_rate: '1%' } }),
      'jiangxi',
      '--production',
    );
    expect(heard.err).toMatch(/^replacement_in_production values\.levy_rate \[JX-2\.2\.\d\]:/);
    expect([heard.status, heard.out]).toEqual([1, '']);
  });

  it.each(PLACES)('R-7: %s: good input is reckoned, a draft marked as one', async (place) => {
    const { year } = OTHER_PLACES[place];
    const heard = await adjust(JSON.stringify(known(year)), place);
    expect(heard.err).toBe('');
    expect(heard.status).toBe(0);
    const status = DRAFTS.some((draft) => draft === place) ? 'draft' : 'in_force';
    expect(JSON.parse(heard.out)).toMatchObject({ pack: place, year, status });
  });
});
