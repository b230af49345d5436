/**
 * Random cities for the differential test of Jinhua: every input is one that the rule accepts, so an urban
 * district states no gap from before pooling.
 */
import fc from 'fast-check';

import { computeJinhua } from '#tests/scenarios/models/jinhua-model';
import type { CountyClass, JinhuaInput, JinhuaPoolInput } from '#tests/scenarios/models/jinhua-model';
import {
  asAmount,
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
import { fenOf, orZero, yuanOf } from '#tests/scenarios/models/model-arithmetic';
import type { Scheme } from '#tests/scenarios/models/model-input';

// ---- city ----

/** What is left to share of the year: `absorbed` is a gap that the shortfall of the county takes up. */
type YearStyle = 'idle' | 'gap' | 'tiny_gap' | 'absorbed' | 'level' | 'surplus';
type TaskStyle = 'none' | 'met' | 'beside' | 'short' | 'far_short' | 'over';
type OpeningStyle = 'negative' | 'zero' | 'tiny' | 'part' | 'beside' | 'rich';

const MOODS: readonly (readonly YearStyle[])[] = [
  ['idle', 'gap', 'gap', 'tiny_gap', 'absorbed', 'level', 'surplus'],
  ['gap', 'gap', 'tiny_gap'],
  ['gap', 'gap', 'absorbed', 'level'],
  ['surplus', 'surplus', 'level', 'absorbed'],
  ['tiny_gap', 'level', 'surplus'],
];

const TASKS: readonly TaskStyle[] = ['none', 'met', 'beside', 'short', 'short', 'far_short', 'over'];
const KEPT_TASKS: readonly TaskStyle[] = ['none', 'met', 'over'];

interface City {
  scheme: Scheme;
  year: number;
  values: JinhuaInput['values'];
  cap: bigint;
  mood: readonly YearStyle[];
  /** No county has anything to bear before sharing, so a poor fund cannot meet the city's part. */
  inOrder: boolean;
  shortForm: boolean;
}

const cityArbitrary: fc.Arbitrary<City> = fc.record({
  scheme: fc.constantFrom<Scheme[]>('employee', 'resident'),
  year: fc.integer({ min: 2022, max: 2030 }),
  values: fc.option(
    fc.record({ gap_share: fc.constantFrom('0%', '33.33%', '50%', '57.5%', '80%', '100%') }),
    { nil: undefined, freq: 2 },
  ),
  cap: capArbitrary,
  mood: fc.constantFrom(...MOODS),
  inOrder: fc.boolean(),
  shortForm: onceIn(10),
});

// ---- counties and districts ----

interface PoolDraw extends Drawn {
  kind: JinhuaPoolInput['kind'];
  class: CountyClass;
  collections: bigint;
  otherRevenue: bigint;
  task: TaskStyle;
  year: YearStyle;
  gap: bigint;
  breach: BreachStyle;
  loss: bigint;
  opening: OpeningStyle;
  distance: bigint;
  nudge: bigint;
  permille: bigint;
  legacy: LegacyStyle;
  priorGap: bigint;
}

const poolArbitrary = ({ cap, mood, inOrder }: City): fc.Arbitrary<PoolDraw> =>
  fc.record({
    // 'city' is the name under which the output shows what the city itself cannot cover.
    id: idArbitrary.filter((id) => id !== 'city'),
    twin: onceIn(5),
    kind: fc.constantFrom<PoolDraw['kind'][]>('county', 'county', 'district'),
    class: fc.constantFrom<CountyClass[]>(1, 2, 3),
    collections: fenUpTo(cap),
    otherRevenue: fenUpTo(cap),
    task: fc.constantFrom(...(inOrder ? KEPT_TASKS : TASKS)),
    year: fc.constantFrom(...mood),
    gap: fc.oneof(fenUpTo(2n * cap), fenUpTo(cap / 10n)),
    breach: inOrder ? fc.constant('none') : breachArbitrary,
    loss: fenUpTo(cap),
    opening: fc.constantFrom<OpeningStyle[]>('negative', 'zero', 'tiny', 'part', 'beside', 'rich'),
    distance: fenUpTo(cap),
    nudge: nudgeArbitrary,
    permille: permilleArbitrary,
    legacy: legacyArbitrary,
    priorGap: inOrder ? fc.constant(0n) : fc.oneof(fc.constant(0n), fenUpTo(9n), fenUpTo(cap)),
  });

const taskOf = (draw: PoolDraw): bigint => {
  switch (draw.task) {
    case 'none':
      return 0n;
    case 'met':
      return draw.collections;
    case 'beside':
      return orZero(draw.collections + draw.nudge);
    case 'short':
      return draw.collections + permilleOf(draw.gap, draw.permille);
    case 'far_short':
      return draw.collections + draw.gap + draw.distance;
    case 'over':
      return permilleOf(draw.collections, draw.permille);
  }
};

const properSpendingOf = (draw: PoolDraw, revenue: bigint, shortfall: bigint): bigint => {
  switch (draw.year) {
    case 'idle':
      return 0n;
    case 'gap':
      return revenue + shortfall + draw.gap;
    case 'tiny_gap':
      return revenue + shortfall + 1n + (draw.gap % 9n);
    case 'absorbed':
      return revenue + permilleOf(shortfall, draw.permille);
    case 'level':
      return orZero(revenue + shortfall + draw.nudge);
    case 'surplus':
      return permilleOf(revenue, draw.permille);
  }
};

/** `due` is about what the county has to find: the shortfall and half of the gap that is shared. */
const openingOf = (draw: PoolDraw, due: bigint): bigint => {
  switch (draw.opening) {
    case 'negative':
      return -1n - draw.distance;
    case 'zero':
      return 0n;
    case 'tiny':
      return draw.distance % 5n;
    case 'part':
      return permilleOf(due, draw.permille);
    case 'beside':
      return due + draw.nudge;
    case 'rich':
      return due + draw.distance;
  }
};

const poolOf = (draw: PoolDraw): JinhuaPoolInput => {
  const revenue = draw.collections + draw.otherRevenue;
  const task = taskOf(draw);
  const shortfall = orZero(task - draw.collections);
  const { expenditure, breach } = withBreach(draw, properSpendingOf(draw, revenue, shortfall));
  const toShare = orZero(expenditure - breach - revenue - shortfall);
  const opening = openingOf(draw, shortfall + toShare / 2n);
  return {
    id: draw.id,
    collections: yuanOf(draw.collections),
    priorCollections: yuanOf((draw.collections * 19n) / 20n),
    revenue: yuanOf(revenue),
    expenditure: yuanOf(expenditure),
    openingBalance: yuanOf(opening),
    legacyBalance: yuanOf(legacyOf(draw, opening)),
    breachLoss: yuanOf(breach),
    kind: draw.kind,
    class: draw.class,
    collectionTask: yuanOf(task),
    auditedPriorGap: draw.kind === 'county' ? yuanOf(draw.priorGap) : '0.00',
  };
};

// ---- the fund and the whole input ----

interface FundDraw {
  style: 'empty' | 'tiny' | 'some' | 'rich' | 'at_zero';
  amount: bigint;
  nudge: bigint;
  interest: bigint;
  otherIncome: bigint;
}

const fundArbitrary = ({ cap }: City): fc.Arbitrary<FundDraw> =>
  fc.record({
    style: fc.constantFrom<FundDraw['style'][]>('empty', 'tiny', 'some', 'rich', 'at_zero'),
    amount: fenUpTo(cap),
    nudge: nudgeArbitrary,
    interest: incomeArbitrary(cap),
    otherIncome: incomeArbitrary(cap),
  });

/** `at_zero`: a fund that closes with nothing, or a fen or two beside. */
const openingOfFund = (fund: FundDraw, input: JinhuaInput): bigint => {
  switch (fund.style) {
    case 'empty':
      return 0n;
    case 'tiny':
      return fund.amount % 10n;
    case 'some':
      return fund.amount;
    case 'rich':
      return 10n * fund.amount;
    case 'at_zero':
      return fund.nudge - fenOf(computeJinhua(input).fund.closingBalance, 'closingBalance', true);
  }
};

const inputOf = (city: City, draws: readonly PoolDraw[], fund: FundDraw): JinhuaInput => {
  const input: JinhuaInput = {
    year: city.year,
    scheme: city.scheme,
    fund: fundOf(0n, fund.interest, fund.otherIncome),
    pools: draws.map(poolOf),
  };
  if (city.values !== undefined) input.values = city.values;
  input.fund.openingBalance = yuanOf(asAmount(openingOfFund(fund, input)));
  return city.shortForm ? inShortForm(input) : input;
};

export const jinhuaInputArbitrary: fc.Arbitrary<JinhuaInput> = cityArbitrary.chain((city) =>
  fc
    .tuple(poolsArbitrary(poolArbitrary(city)), fundArbitrary(city))
    .map(([draws, fund]) => inputOf(city, draws, fund)),
);
