import { amountFault, readAmount } from '#application/adjustment/amount-text';
import {
  REPLACEABLE_VALUES,
  type AdjustmentRequest,
  type PoolRequest,
  type RecoveryRequest,
  type ReplaceableValue,
} from '#application/adjustment/request';
import type {
  AdjustmentFacts,
  PoolAmount,
  PoolFacts,
  Recovery,
  ReserveRelease,
} from '#domain/adjustment/facts';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { ZERO_FEN, type Fen } from '#kernel/fen';
import type { Rational } from '#kernel/rational';
import { parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';
import { compareQuantities, parseQuantity } from '#rules/value/quantity';

const POOL_AMOUNTS = [
  'collections',
  'priorCollections',
  'revenue',
  'expenditure',
  'openingBalance',
  'legacyBalance',
  'priorLevy',
  'breachLoss',
  'collectionTask',
  'auditedPriorGap',
  'bondsRealised',
  'sameLevelSubsidy',
  'treasuryCover',
  'emergency',
] as const satisfies readonly PoolAmount[];

/** Turns the texts of a request into facts, or names every text that says nothing usable. */
export function readFacts(
  request: AdjustmentRequest,
  treasuryCover: AdjustmentFacts['treasuryCover'] = 'exact',
): Decision<AdjustmentFacts> {
  const refusals: Refusal[] = [];
  const year = readYear(request.year, refusals);
  const replaced = readReplaced(request.values ?? {}, refusals);
  const fundAmount = (member: keyof AdjustmentRequest['fund']): Fen =>
    readAmount(request.fund[member], `fund.${member}`, false, refusals) ?? ZERO_FEN;
  const fund = {
    openingBalance: fundAmount('openingBalance'),
    interest: fundAmount('interest'),
    otherIncome: fundAmount('otherIncome'),
  };
  const pools = request.pools.map((pool, index) => readPool(pool, index, refusals));
  const recoveries = (request.recoveries ?? []).map((recovery, index) =>
    readRecovery(recovery, index, refusals),
  );
  const reserveReleases = readReleases(request, refusals);
  return allowUnless(refusals, () => ({
    year,
    scheme: request.scheme,
    replaced,
    fund,
    pools,
    recoveries,
    reserveReleases,
    treasuryCover,
  }));
}

function readYear(year: number, refusals: Refusal[]): InsuranceYear {
  const read = parseInsuranceYear(year);
  if (read !== undefined) return read;
  refusals.push({
    code: 'bad_year',
    at: 'year',
    what: { zh: `${year} 不是年度`, en: `${year} is no year` },
    next: { zh: '请写四位年度，如 2024', en: 'write four digits, such as 2024' },
  });
  return 0 as InsuranceYear;
}

const WHOLE = parseQuantity('rate', '100%');

function readReplaced(
  values: Readonly<Partial<Record<ReplaceableValue, string>>>,
  refusals: Refusal[],
): Readonly<Record<string, string>> {
  for (const [name, text] of Object.entries(values)) {
    const quantity = parseQuantity(REPLACEABLE_VALUES[name as ReplaceableValue], text);
    if (typeof quantity === 'string') {
      refusals.push(amountFault(`values.${name}`, text, quantity));
    } else if (
      quantity.unit === 'rate' &&
      typeof WHOLE === 'object' &&
      compareQuantities(quantity, WHOLE) > 0
    ) {
      refusals.push({
        code: 'bad_rate',
        at: `values.${name}`,
        what: { zh: `比例 ${text} 超过 100%`, en: `the rate ${text} is above 100%` },
        next: { zh: '请给出 0% 至 100% 之间的比例', en: 'give a rate from 0% to 100%' },
      });
    }
  }
  return values;
}

function readPool(pool: PoolRequest, index: number, refusals: Refusal[]): PoolFacts {
  const amounts: Partial<Record<PoolAmount, Fen>> = {};
  for (const field of POOL_AMOUNTS) {
    const text = pool[field];
    if (text === undefined) continue;
    const amount = readAmount(text, `pools[${index}].${field}`, field === 'openingBalance', refusals);
    if (amount !== undefined) amounts[field] = amount;
  }
  return {
    id: pool.id,
    amounts,
    ...(pool.emergencyCause === undefined ? {} : { emergencyCause: pool.emergencyCause }),
    ...(pool.conditions === undefined ? {} : { conditions: pool.conditions }),
    ...(pool.gapCause === undefined ? {} : { gapCause: pool.gapCause }),
    ...(pool.kind === undefined ? {} : { kind: pool.kind }),
    ...(pool.class === undefined ? {} : { class: pool.class }),
    ...(pool.insured === undefined ? {} : { insured: BigInt(pool.insured) }),
    ...readScore(pool.assessmentScore, index, refusals),
  };
}

function readScore(
  text: string | undefined,
  index: number,
  refusals: Refusal[],
): { readonly assessmentScore?: Rational } {
  if (text === undefined) return {};
  const score = parseQuantity('score', text);
  if (typeof score === 'object' && 'count' in score) return { assessmentScore: score.count };
  const fault = typeof score === 'string' ? score : 'not_decimal';
  refusals.push(amountFault(`pools[${index}].assessmentScore`, text, fault));
  return {};
}

function readRecovery(recovery: RecoveryRequest, index: number, refusals: Refusal[]): Recovery {
  const amount = readAmount(recovery.amount, `recoveries[${index}].amount`, false, refusals) ?? ZERO_FEN;
  return { placeOfCare: recovery.placeOfCare, placeOfInsurance: recovery.placeOfInsurance, amount };
}

function readReleases(request: AdjustmentRequest, refusals: Refusal[]): readonly ReserveRelease[] {
  return (request.reserveReleases ?? []).map(({ pool, amount, cause }, index) => ({
    pool,
    cause,
    amount: readAmount(amount, `reserveReleases[${index}].amount`, false, refusals) ?? ZERO_FEN,
  }));
}
