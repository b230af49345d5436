/** Random provinces for the differential test of Sichuan: every input is one that the rule accepts. */
import fc from 'fast-check';

import {
  breachArbitrary,
  capArbitrary,
  fenUpTo,
  fundOf,
  idArbitrary,
  incomeArbitrary,
  inShortForm,
  legacyArbitrary,
  legacyOf,
  nudgeArbitrary,
  onceIn,
  permilleArbitrary,
  permilleOf,
  poolsArbitrary,
  withBreach,
} from '#tests/scenarios/models/model-arbitrary';
import type { BreachStyle, Drawn, LegacyStyle } from '#tests/scenarios/models/model-arbitrary';
import {
  fenOf,
  fractionOf,
  least,
  orZero,
  sum,
  timesHalfUp,
  yuanOf,
} from '#tests/scenarios/models/model-arithmetic';
import type { Scheme } from '#tests/scenarios/models/model-input';
import { computeSichuan } from '#tests/scenarios/models/sichuan-model';
import type {
  ReleaseCause,
  ReserveRelease,
  SichuanInput,
  SichuanPoolInput,
} from '#tests/scenarios/models/sichuan-model';

// ---- province ----

/** Where a pool's year ends after the levy, and what it opened with beside its gap. */
type YearStyle = 'idle' | 'gap' | 'tiny_gap' | 'level' | 'surplus';
type OpeningStyle = 'negative' | 'zero' | 'tiny' | 'part_of_gap' | 'at_gap' | 'rich';

const MOODS: readonly (readonly YearStyle[])[] = [
  ['idle', 'gap', 'gap', 'tiny_gap', 'level', 'surplus'],
  ['gap', 'gap', 'gap', 'tiny_gap'],
  ['surplus', 'surplus', 'surplus', 'level', 'tiny_gap'],
  ['surplus', 'level', 'idle'],
  ['tiny_gap', 'level'],
];

interface Province {
  scheme: Scheme;
  year: number;
  values: SichuanInput['values'];
  cap: bigint;
  mood: readonly YearStyle[];
  shortForm: boolean;
}

const valuesArbitrary: fc.Arbitrary<SichuanInput['values']> = fc.option(
  fc.record(
    {
      levy_rate: fc.constantFrom('0%', '1%', '5%', '7.5%', '12.25%', '20%'),
      reserve_share: fc.constantFrom('0%', '5%', '12.5%', '33.33%', '50%', '100%'),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 2 },
);

const provinceArbitrary: fc.Arbitrary<Province> = fc.record({
  scheme: fc.constantFrom<Scheme[]>('employee', 'resident'),
  year: fc.integer({ min: 2024, max: 2030 }),
  values: valuesArbitrary,
  cap: capArbitrary,
  mood: fc.constantFrom(...MOODS),
  shortForm: onceIn(10),
});

// ---- pools ----

interface PoolDraw extends Drawn {
  collections: bigint;
  otherRevenue: bigint;
  year: YearStyle;
  gap: bigint;
  breach: BreachStyle;
  loss: bigint;
  opening: OpeningStyle;
  distance: bigint;
  nudge: bigint;
  permille: bigint;
  legacy: LegacyStyle;
  insured: number;
}

const poolArbitrary = ({ cap, mood }: Province): fc.Arbitrary<PoolDraw> =>
  fc.record({
    id: idArbitrary,
    twin: onceIn(5),
    collections: fenUpTo(cap),
    otherRevenue: fenUpTo(cap),
    year: fc.constantFrom(...mood),
    gap: fc.oneof(fenUpTo(2n * cap), fenUpTo(cap / 10n)),
    breach: breachArbitrary,
    loss: fenUpTo(cap),
    opening: fc.constantFrom<OpeningStyle[]>(
      'negative',
      'zero',
      'tiny',
      'part_of_gap',
      'part_of_gap',
      'at_gap',
      'rich',
    ),
    distance: fenUpTo(cap),
    nudge: nudgeArbitrary,
    permille: permilleArbitrary,
    legacy: legacyArbitrary,
    insured: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 100_000_000 }) },
    ),
  });

/** The year's spending without what was spent in breach. */
const properSpendingOf = (draw: PoolDraw, revenue: bigint, levy: bigint): bigint => {
  switch (draw.year) {
    case 'idle':
      return 0n;
    case 'gap':
      return orZero(revenue - levy + draw.gap);
    case 'tiny_gap':
      return revenue - levy + 1n + (draw.gap % 9n);
    case 'level':
      return orZero(revenue - levy + draw.nudge);
    case 'surplus':
      return permilleOf(orZero(revenue - levy), draw.permille);
  }
};

const openingOf = (draw: PoolDraw, gap: bigint): bigint => {
  switch (draw.opening) {
    case 'negative':
      return -1n - draw.distance;
    case 'zero':
      return 0n;
    case 'tiny':
      return draw.distance % 5n;
    case 'part_of_gap':
      return permilleOf(gap, draw.permille);
    case 'at_gap':
      return gap + draw.nudge;
    case 'rich':
      return gap + draw.distance;
  }
};

const poolOf = (draw: PoolDraw, { scheme, values }: Province): SichuanPoolInput => {
  const rate = values?.levy_rate ?? (scheme === 'employee' ? '10%' : '5%');
  const revenue = draw.collections + draw.otherRevenue;
  const levy = timesHalfUp(revenue, fractionOf(rate, '%', 'rate'));
  const { expenditure, breach } = withBreach(draw, properSpendingOf(draw, revenue, levy));
  const opening = openingOf(draw, orZero(expenditure - breach + levy - revenue));
  return {
    id: draw.id,
    collections: yuanOf(draw.collections),
    priorCollections: yuanOf((draw.collections * 19n) / 20n),
    revenue: yuanOf(revenue),
    expenditure: yuanOf(expenditure),
    openingBalance: yuanOf(opening),
    legacyBalance: yuanOf(legacyOf(draw, opening)),
    insured: draw.insured,
    breachLoss: yuanOf(breach),
  };
};

// ---- fund and releases ----

interface ReleaseDraw {
  pool: number;
  size: 'part' | 'what_is_short' | 'all';
  permille: bigint;
  nudge: bigint;
  cause: ReleaseCause;
}

interface FundDraw {
  opening: bigint;
  interest: bigint;
  otherIncome: bigint;
  releases: ReleaseDraw[] | undefined;
}

const fundArbitrary = ({ cap }: Province): fc.Arbitrary<FundDraw> => {
  const release = fc.record({
    pool: fc.nat({ max: 19 }),
    size: fc.constantFrom<ReleaseDraw['size'][]>('part', 'part', 'what_is_short', 'what_is_short', 'all'),
    permille: permilleArbitrary,
    nudge: nudgeArbitrary,
    cause: fc.constantFrom<ReleaseCause[]>('epidemic', 'disaster', 'sudden'),
  });
  return fc.record({
    opening: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0n) },
      { weight: 1, arbitrary: fenUpTo(9n) },
      { weight: 3, arbitrary: fenUpTo(cap) },
      { weight: 2, arbitrary: fc.bigInt({ min: 5n * cap, max: 10n * cap }) },
    ),
    interest: incomeArbitrary(cap),
    otherIncome: incomeArbitrary(cap),
    releases: fc.option(fc.array(release, { maxLength: 8, size: 'max' }), { nil: undefined, freq: 2 }),
  });
};

/** What the pool, its old balance and its treasury would have to find for the gap without any release. */
const shortOf = (input: SichuanInput, pool: SichuanPoolInput): bigint => {
  const burdens = computeSichuan(input).burdens.filter((row) => row.pool === pool.id);
  return sum(burdens.map((row) => fenOf(row.amount, 'burden'))) - fenOf(pool.breachLoss, 'breachLoss');
};

/** Releases that the reserve can bear, one after another; two may go to the same pool. */
const releasesOf = (input: SichuanInput, fund: FundDraw): ReserveRelease[] => {
  let left = fund.opening;
  return (fund.releases ?? []).flatMap((draw) => {
    const pool = input.pools[draw.pool % input.pools.length];
    if (pool === undefined) return [];
    let amount = draw.size === 'all' ? left : permilleOf(left, draw.permille);
    if (draw.size === 'what_is_short') amount = least(orZero(shortOf(input, pool) + draw.nudge), left);
    left -= amount;
    return [{ pool: pool.id, amount: yuanOf(amount), cause: draw.cause }];
  });
};

// ---- the whole input ----

const inputOf = (province: Province, draws: readonly PoolDraw[], fund: FundDraw): SichuanInput => {
  // What the gaps leave of the pot must have somebody to go to.
  const nobody = draws.every((draw) => draw.insured === 0);
  const insured = nobody ? draws.map((draw) => ({ ...draw, insured: 1 })) : draws;
  const input: SichuanInput = {
    year: province.year,
    scheme: province.scheme,
    fund: fundOf(fund.opening, fund.interest, fund.otherIncome),
    pools: insured.map((draw) => poolOf(draw, province)),
  };
  if (province.values !== undefined) input.values = province.values;
  if (fund.releases !== undefined) input.reserveReleases = releasesOf(input, fund);
  return province.shortForm ? inShortForm(input) : input;
};

export const sichuanInputArbitrary: fc.Arbitrary<SichuanInput> = provinceArbitrary.chain((province) =>
  fc
    .tuple(poolsArbitrary(poolArbitrary(province)), fundArbitrary(province))
    .map(([draws, fund]) => inputOf(province, draws, fund)),
);
