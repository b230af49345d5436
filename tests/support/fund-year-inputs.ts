import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { fen, fenOf, formatYuan, sumFen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { keepsBudget } from '#tests/support/fund-year-budget';
import { FUND_YEAR, type PoolYear } from '#tests/support/fund-year-figures';
import type { ShippedPack } from '#tests/support/fund-year-place';
import type { TypeYear } from '#tests/support/fund-year-scenario';

/** What a document attests of a pool, by field; text as the workflow takes it. */
export type Attested = Readonly<Record<string, string>>;

/** What a place's adjustment takes beside the ledger, and the input that the invented figures themselves give. */
export interface PlaceInputs {
  /** Fields of a pool that the ledger holds. */
  readonly held: readonly (keyof typeof HELD)[];
  readonly attested: (pool: PoolYear, index: number) => Attested;
  /** What a county hands over from before pooling, and its audited gap; null where the place knows no such thing. */
  readonly handover:
    ((pool: PoolYear, index: number) => { readonly amount: string; readonly auditedGap: string }) | null;
  /** An application granted to a pool. */
  readonly emergency: {
    readonly pool: string;
    readonly amount: string;
    readonly cause: 'public_health';
  } | null;
}

const HELD = {
  collections: ({ figures }: PoolYear) => yuan(figures.collections),
  revenue: ({ figures }: PoolYear) => yuan(figures.revenue),
  expenditure: ({ figures }: PoolYear) => yuan(figures.expenditure),
  openingBalance: ({ figures }: PoolYear) => yuan(figures.opening),
  legacyBalance: ({ figures }: PoolYear) => yuan(figures.legacy),
} as const;

const CAUSES = ['policy', 'emergency', 'proper', 'other'] as const;

const gapOf = ({ figures }: PoolYear, index: number): Attested => ({
  priorCollections: yuan((figures.collections * 19n) / 20n),
  gapCause: CAUSES[Math.floor(index / CAUSES.length)] ?? 'other',
  assessmentScore: String(60 + index * 2),
});

const NEITHER = { handover: null, emergency: null } as const;
const BALANCE = ['revenue', 'expenditure', 'openingBalance'] as const;

export const INPUTS: Readonly<Record<ShippedPack, PlaceInputs>> = {
  sichuan: {
    ...NEITHER,
    held: [...BALANCE, 'legacyBalance'],
    attested: (_, index) => ({
      breachLoss: index === 4 ? '12345.67' : '0.00',
      insured: String(3000 + index * 271),
      ...(index === 0 ? { 'release.epidemic': '20000.00' } : {}),
    }),
  },
  anhui: { ...NEITHER, held: BALANCE, attested: gapOf },
  jinhua: {
    held: [...BALANCE, 'collections', 'legacyBalance'],
    attested: ({ figures }, index) => ({
      kind: index < 2 ? 'district' : 'county',
      class: String(1 + (index % 3)),
      breachLoss: index === 8 ? '4321.09' : '0.00',
      collectionTask: yuan(index % 5 === 1 ? figures.collections + 60_000_01n : figures.collections),
    }),
    handover: ({ figures }, index) => ({
      amount: yuan(figures.opening / 4n),
      auditedGap: index === 3 ? '5000.05' : '0.00',
    }),
    emergency: null,
  },
  jiangxi: {
    held: [...BALANCE, 'collections'],
    handover: null,
    emergency: { pool: 'p03', amount: '200000.07', cause: 'public_health' },
    attested: (_, index) => ({
      treasuryCover: '0.00',
      breachesCorrected: String(index !== 6),
      enrolmentMet: 'true',
      subsidyPaid: 'true',
      ...(index === 0 ? { 'recovery.p02': '12345.67' } : {}),
    }),
  },
  shandong: {
    ...NEITHER,
    held: BALANCE,
    attested: (pool, index) => ({
      ...gapOf(pool, index),
      priorLevy: yuan((pool.figures.collections * 57n) / 2000n),
    }),
  },
};

/** The input of the year's adjustment as the invented figures give it, without a look at any ledger. */
export function expectedRequest(shipped: ShippedPack, year: TypeYear): AdjustmentRequest {
  const inputs = INPUTS[shipped];
  const numbered = (prefix: string): readonly (readonly [pool: string, rest: string, amount: string])[] =>
    year.pools.flatMap((pool, index) =>
      Object.entries(inputs.attested(pool, index))
        .filter(([field]) => field.startsWith(prefix))
        .map(([field, amount]) => [pool.pool, field.slice(prefix.length), amount] as const),
    );
  return {
    year: FUND_YEAR,
    scheme: year.type,
    fund: {
      openingBalance: yuan(year.fund?.opening ?? 0n),
      interest: yuan(year.fund?.interest ?? 0n),
      otherIncome: '0.00',
    },
    pools: year.pools.map((pool, index) => expectedPool(shipped, year.type, pool, index)),
    recoveries: numbered('recovery.').map(([placeOfCare, placeOfInsurance, amount]) => ({
      placeOfCare,
      placeOfInsurance,
      amount,
    })),
    reserveReleases: numbered('release.').map(([pool, , amount]) => ({ pool, amount, cause: 'epidemic' })),
  };
}

const CONDITIONS = ['levyPaid', 'breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'];

function expectedPool(shipped: ShippedPack, type: InsuranceType, pool: PoolYear, index: number): PoolRequest {
  const { held, attested, handover, emergency } = INPUTS[shipped];
  const given = Object.entries(attested(pool, index));
  const own = given.filter(([field]) => !field.includes('.'));
  const remitted = sumFen(
    given.filter(([field]) => field.startsWith('recovery.')).map(([, text]) => fenOf(text)),
  );
  const plain = own.filter(([field]) => !CONDITIONS.includes(field));
  const met = own.filter(([field]) => CONDITIONS.includes(field));
  const handed = handover?.(pool, index);
  return {
    id: pool.pool,
    ...Object.fromEntries(held.map((field) => [field, HELD[field](pool)])),
    // What was recovered off-site goes to the fund whole and is no revenue of the pool (JX-2.2.4).
    ...(remitted === 0n ? {} : { revenue: yuan(fenOf(HELD.revenue(pool)) - remitted) }),
    ...Object.fromEntries(
      plain.map(([field, value]) => [field, ['insured', 'class'].includes(field) ? Number(value) : value]),
    ),
    ...(handed === undefined ? {} : { legacyBalance: handed.amount, auditedPriorGap: handed.auditedGap }),
    ...(emergency === null
      ? {}
      : {
          emergency: emergency.pool === pool.pool ? emergency.amount : '0.00',
          emergencyCause: emergency.pool === pool.pool ? emergency.cause : 'other',
        }),
    ...(met.length === 0 ? {} : { conditions: conditionsOf(type, pool, met) }),
  };
}

/** The levies of last year are all paid; whether a budget was kept is attested for employees, who have none here. */
function conditionsOf(
  type: InsuranceType,
  pool: PoolYear,
  met: readonly (readonly [string, string])[],
): NonNullable<PoolRequest['conditions']> {
  const told = Object.fromEntries(met.map(([field, value]) => [field, value === 'true']));
  return {
    levyPaid: true,
    budgetMet: type === 'employee' || keepsBudget(pool),
    breachesCorrected: told['breachesCorrected'] === true,
    enrolmentMet: told['enrolmentMet'] === true,
    subsidyPaid: told['subsidyPaid'] === true,
  };
}

function yuan(amount: bigint): string {
  return formatYuan(fen(amount));
}
