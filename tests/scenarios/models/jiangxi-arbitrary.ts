/**
 * Random provinces for the differential test of Jiangxi. Every input is one that the rule accepts: the
 * treasury's cover never exceeds the deficit after the levy. Sums are drawn as fen and written last.
 */
import fc from 'fast-check';

import { computeJiangxi, rulesOf } from '#tests/scenarios/models/jiangxi-model';
import type {
  JiangxiConditions,
  JiangxiEmergencyCause,
  JiangxiInput,
  JiangxiPoolInput,
  JiangxiScheme,
} from '#tests/scenarios/models/jiangxi-model';
import {
  capArbitrary,
  fenUpTo,
  fundOf,
  idArbitrary,
  incomeArbitrary,
  inShortForm,
  nudgeArbitrary,
  onceIn,
  permilleArbitrary,
  permilleOf,
  poolsArbitrary,
} from '#tests/scenarios/models/model-arbitrary';
import type { Drawn } from '#tests/scenarios/models/model-arbitrary';
import { timesHalfUp, yuanOf } from '#tests/scenarios/models/model-arithmetic';

// ---- province ----

/** Where a pool's balance after the levy lies; a style is drawn for each pool from its province's mood. */
type BalanceStyle = 'anywhere' | 'thin' | 'at_target' | 'at_zero' | 'deficit' | 'rich';

const MOODS: readonly (readonly BalanceStyle[])[] = [
  ['anywhere', 'thin', 'at_target', 'at_zero', 'deficit', 'rich'],
  ['thin', 'thin', 'thin', 'at_zero', 'at_target'],
  ['rich', 'rich', 'rich', 'at_target'],
  ['rich', 'rich', 'thin', 'deficit'],
  ['deficit', 'at_zero', 'thin'],
];

interface Province {
  scheme: JiangxiScheme;
  year: number;
  values: JiangxiInput['values'];
  /** The size of the province: most sums are drawn up to this many fen. */
  cap: bigint;
  mood: readonly BalanceStyle[];
  applying: 'nobody' | 'some' | 'everybody';
  shortForm: boolean;
}

const valuesArbitrary: fc.Arbitrary<JiangxiInput['values']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        levy_rate: fc.constantFrom('0%', '3%', '7.5%', '8.25%', '12%', '20%'),
        incentive_share: fc.constantFrom('0%', '12.5%', '25%', '33.33%', '50%', '100%'),
        target_months: fc.constantFrom('1', '3', '5', '7', '12', '15'),
      },
      { requiredKeys: [] },
    ),
  },
);

const provinceArbitrary: fc.Arbitrary<Province> = fc.record({
  scheme: fc.constantFrom<JiangxiScheme[]>('employee', 'resident'),
  year: fc.integer({ min: 2024, max: 2030 }),
  values: valuesArbitrary,
  cap: capArbitrary,
  mood: fc.constantFrom(...MOODS),
  applying: fc.constantFrom<Province['applying'][]>('nobody', 'some', 'some', 'everybody'),
  shortForm: onceIn(10),
});

// ---- pools ----

interface PoolDraw extends Drawn {
  collections: bigint;
  otherRevenue: bigint;
  expenditure: bigint;
  style: BalanceStyle;
  distance: bigint;
  nudge: bigint;
  coverStyle: 'whole' | 'part' | 'none';
  coverPermille: bigint;
  asked: bigint;
  cause: JiangxiEmergencyCause;
  conditions: JiangxiConditions;
}

const CONDITION_NAMES = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
] as const;

const conditionsWithout = (unmet: readonly string[]): JiangxiConditions => ({
  levyPaid: !unmet.includes('levyPaid'),
  breachesCorrected: !unmet.includes('breachesCorrected'),
  budgetMet: !unmet.includes('budgetMet'),
  enrolmentMet: !unmet.includes('enrolmentMet'),
  subsidyPaid: !unmet.includes('subsidyPaid'),
});

const conditionsArbitrary: fc.Arbitrary<JiangxiConditions> = fc.oneof(
  { weight: 7, arbitrary: fc.constant(conditionsWithout([])) },
  { weight: 2, arbitrary: fc.constantFrom(...CONDITION_NAMES).map((name) => conditionsWithout([name])) },
  { weight: 1, arbitrary: fc.subarray([...CONDITION_NAMES], { minLength: 2 }).map(conditionsWithout) },
);

const askedArbitrary = ({ applying, cap }: Province): fc.Arbitrary<bigint> => {
  if (applying === 'nobody') return fc.constant(0n);
  const something = fc.oneof(fenUpTo(9n), fenUpTo(cap));
  if (applying === 'everybody') return something;
  return fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: something });
};

const poolArbitrary = (province: Province): fc.Arbitrary<PoolDraw> => {
  const { cap, mood } = province;
  return fc.record({
    id: idArbitrary,
    twin: onceIn(5),
    collections: fenUpTo(cap),
    otherRevenue: fenUpTo(cap),
    expenditure: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0n) },
      { weight: 6, arbitrary: fenUpTo(3n * cap) },
    ),
    style: fc.constantFrom(...mood),
    distance: fenUpTo(cap),
    nudge: nudgeArbitrary,
    coverStyle: fc.constantFrom<PoolDraw['coverStyle'][]>('whole', 'whole', 'part', 'none'),
    coverPermille: permilleArbitrary,
    asked: askedArbitrary(province),
    cause: fc.constantFrom<JiangxiEmergencyCause[]>('public_health', 'policy', 'other'),
    conditions: conditionsArbitrary,
  });
};

/** The balance after the levy that the pool's style asks for. */
const balanceWanted = (draw: PoolDraw, target: bigint, cap: bigint): bigint => {
  switch (draw.style) {
    case 'anywhere':
      return 3n * draw.distance - cap;
    case 'thin':
      return target === 0n ? 0n : draw.distance % target;
    case 'at_target':
      return target + draw.nudge;
    case 'at_zero':
      return draw.nudge;
    case 'deficit':
      return -draw.distance;
    case 'rich':
      return target + draw.distance;
  }
};

/** The pool as it is stated, its opening balance reckoned backwards from the balance after the levy. */
const poolOf = (draw: PoolDraw, province: Province): JiangxiPoolInput => {
  const rules = rulesOf(province.scheme, province.values);
  const { collections, expenditure } = draw;
  const revenue = collections + draw.otherRevenue;
  const target = timesHalfUp(expenditure, rules.targetMonths, 12n);
  const levy = timesHalfUp(collections, rules.levyRate);
  const opening = balanceWanted(draw, target, province.cap) + levy + expenditure - revenue;
  return {
    id: draw.id,
    collections: yuanOf(collections),
    priorCollections: yuanOf((collections * 19n) / 20n),
    revenue: yuanOf(revenue),
    expenditure: yuanOf(expenditure),
    openingBalance: yuanOf(opening),
    treasuryCover: '0.00',
    emergency: yuanOf(draw.asked),
    emergencyCause: draw.cause,
    conditions: draw.conditions,
  };
};

// ---- fund and recoveries ----

interface RecoveryDraw {
  care: number;
  insurance: number;
  samePool: boolean;
  amount: bigint;
}

interface FundDraw {
  opening: bigint;
  interest: bigint;
  otherIncome: bigint;
  recoveries: RecoveryDraw[] | undefined;
}

const fundArbitrary = ({ cap }: Province): fc.Arbitrary<FundDraw> => {
  const recovery = fc.record({
    care: fc.nat({ max: 19 }),
    insurance: fc.nat({ max: 19 }),
    samePool: onceIn(4),
    amount: fc.oneof(fenUpTo(9n), fenUpTo(cap)),
  });
  return fc.record({
    opening: fc.oneof(
      { weight: 2, arbitrary: fc.constant(0n) },
      { weight: 1, arbitrary: fenUpTo(9n) },
      { weight: 1, arbitrary: fenUpTo(cap) },
      { weight: 1, arbitrary: fc.bigInt({ min: 5n * cap, max: 10n * cap }) },
    ),
    interest: incomeArbitrary(cap),
    otherIncome: incomeArbitrary(cap),
    recoveries: fc.option(fc.array(recovery, { maxLength: 8, size: 'max' }), { nil: undefined, freq: 3 }),
  });
};

// ---- the whole input ----

/** Each deficit after the levy covered whole, in part or not at all; the model says how large it is. */
const withCover = (input: JiangxiInput, draws: readonly PoolDraw[]): JiangxiInput => {
  const deficits = new Map<string, bigint>();
  for (const burden of computeJiangxi(input).burdens) {
    if (burden.bearer === 'uncovered') deficits.set(burden.pool, BigInt(burden.amount.replace('.', '')));
  }
  const pools = input.pools.map((pool, index) => {
    const deficit = deficits.get(pool.id) ?? 0n;
    const draw = draws[index];
    if (draw === undefined || draw.coverStyle === 'none') return pool;
    const cover = draw.coverStyle === 'whole' ? deficit : permilleOf(deficit, draw.coverPermille);
    return { ...pool, treasuryCover: yuanOf(cover) };
  });
  return { ...input, pools };
};

const inputOf = (province: Province, draws: readonly PoolDraw[], fund: FundDraw): JiangxiInput => {
  const idAt = (index: number): string => draws[index % draws.length]?.id ?? '';
  const input: JiangxiInput = {
    year: province.year,
    scheme: province.scheme,
    fund: fundOf(fund.opening, fund.interest, fund.otherIncome),
    pools: draws.map((draw) => poolOf(draw, province)),
  };
  if (province.values !== undefined) input.values = province.values;
  if (fund.recoveries !== undefined) {
    input.recoveries = fund.recoveries.map(({ care, insurance, samePool, amount }) => ({
      placeOfCare: idAt(care),
      placeOfInsurance: idAt(samePool ? care : insurance),
      amount: yuanOf(amount),
    }));
  }
  const covered = withCover(input, draws);
  return province.shortForm ? inShortForm(covered) : covered;
};

export const jiangxiInputArbitrary: fc.Arbitrary<JiangxiInput> = provinceArbitrary.chain((province) =>
  fc
    .tuple(poolsArbitrary(poolArbitrary(province)), fundArbitrary(province))
    .map(([draws, fund]) => inputOf(province, draws, fund)),
);
