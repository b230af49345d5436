import { adjust } from '#domain/adjustment/adjust';
import type { PoolAmounts } from '#domain/adjustment/facts';
import { balanceForMonths, monthsText } from '#domain/adjustment/months';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { ledgerFigures, type MovedMoney } from '#domain/adjustment-year/ledger-figures';
import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import type { AskedMatter } from '#domain/adjustment-year/matter';
import { fen, fenOf, formatYuan, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';
import { firstDayOfYear, parseInsuranceYear } from '#kernel/insurance-year';
import { addMonths, MONTHS_PER_YEAR, type Month } from '#kernel/month';
import { rational, type Rational } from '#kernel/rational';
import { roundToFen } from '#kernel/rounding';
import { resolveValue } from '#rules/value/resolve-value';

/**
 * What a pool that applies for emergency money can pay with, by its books alone; amounts in yuan. Cover by its treasury
 * and what the fund would allocate do not count.
 */
export interface EmergencyStanding {
  /** The last month of the books that counts; flows of a year not over are carried on to twelve months. */
  readonly through: Month;
  readonly levy: string;
  readonly balanceAfterLevy: string;
  /** Months payable, two decimals; null without expenditure. */
  readonly months: string | null;
  /** Months to which the policy tops up a pool (JX-2.3.1); null where it tops none up. */
  readonly targetMonths: string | null;
  /** What the balance after the levy lacks to those months, at least to zero. */
  readonly shortage: string;
}

type Asked = Pick<AskedMatter, 'pool' | 'insuranceType' | 'year'>;

/**
 * Reckons whether a pool is short (JX-2.3.2): its balance at the year's end after the levy, by the plan's own levy and
 * target. Undefined where the books hold no whole month of the year or lack a figure that the levy needs.
 * @param lastMonth the last month that is over
 */
export function emergencyStanding(
  plan: AdjustmentPlan,
  { pool, insuranceType, year: of }: Asked,
  {
    reading,
    moved,
    fund,
  }: { readonly reading: LedgerReading; readonly moved: readonly MovedMoney[]; readonly fund: string },
  lastMonth: Month,
): EmergencyStanding | undefined {
  const through = lastMonth < `${of}-12` ? lastMonth : addMonths(`${of}-01` as Month, 11);
  const year = parseInsuranceYear(of);
  const steps = plan.steps.filter(({ mechanism }) => mechanism.name === 'levy');
  if (through < `${of}-01` || year === undefined || steps.length === 0) return undefined;
  const soFar = { ...reading, turnovers: reading.turnovers.filter((one) => one.postingMonth <= through) };
  const figures = ledgerFigures({ fund, pools: [pool], year: of, takesBonds: false }, soFar, moved);
  const months = BigInt(through.slice('yyyy-'.length));
  const amounts: PoolAmounts = Object.fromEntries(
    figures
      .filter(({ subject, field }) => subject === pool && field in AMOUNTS)
      .map(({ field, value }) => [
        field,
        AMOUNTS[field as Amount] === 'flow' ? carriedOn(fenOf(value), months) : fenOf(value),
      ]),
  );
  const none = { openingBalance: ZERO_FEN, interest: ZERO_FEN, otherIncome: ZERO_FEN };
  const facts = { year, scheme: insuranceType, replaced: {}, fund: none, pools: [{ id: pool, amounts }] };
  const more = { recoveries: [], reserveReleases: [], treasuryCover: 'exact' } as const;
  const result = adjust({ ...plan, steps }, { ...facts, ...more }, 'state');
  const outcome = result.allowed ? result.value.pools[0] : undefined;
  if (outcome === undefined) return undefined;
  const balance = fen(outcome.balanceBefore.fen - outcome.levy.fen);
  const spending = amounts.expenditure ?? ZERO_FEN;
  const target = targetOf(plan, insuranceType, year);
  const aim = target === undefined ? ZERO_FEN : balanceForMonths(target.months, spending);
  return {
    through,
    levy: formatYuan(outcome.levy.fen),
    balanceAfterLevy: formatYuan(balance),
    months: monthsText(balance, spending),
    targetMonths: target?.text ?? null,
    shortage: formatYuan(positivePart(fen(aim - balance))),
  };
}

/** Figures of the ledger that a levy and a balance need; flows grow with the months of the year. */
const AMOUNTS = {
  collections: 'flow',
  revenue: 'flow',
  expenditure: 'flow',
  priorCollections: 'held',
  openingBalance: 'held',
} as const;

type Amount = keyof typeof AMOUNTS;

function carriedOn(amount: Fen, months: bigint): Fen {
  return roundToFen(rational(amount * MONTHS_PER_YEAR, months), 'half_up');
}

function targetOf(
  { pack, steps }: AdjustmentPlan,
  scheme: AskedMatter['insuranceType'],
  year: NonNullable<ReturnType<typeof parseInsuranceYear>>,
): { readonly months: Rational; readonly text: string } | undefined {
  const target = steps.find(({ mechanism }) => mechanism.name === 'top_up_to_months')?.arguments['target'];
  if (typeof target !== 'string') return undefined;
  const at = { on: firstDayOfYear(year), cell: { scheme }, assumptions: 'state' } as const;
  const resolved = resolveValue(pack, target, at);
  if (!resolved.allowed || !('count' in resolved.value.quantity)) return undefined;
  return { months: resolved.value.quantity.count, text: resolved.value.quantity.text };
}
