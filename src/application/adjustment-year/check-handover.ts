import type { AdjustmentPlan } from '#domain/adjustment/plan';
import * as refusals from '#domain/adjustment-year/handover-refusals';
import type { AskedMatter } from '#domain/adjustment-year/matter';
import { isUrbanDistrict } from '#domain/adjustment-year/urban-district';
import { assert } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { fenOf, ZERO_FEN, type Fen } from '#kernel/fen';
import { firstDayOfYear, parseInsuranceYear } from '#kernel/insurance-year';
import { floorToInteger } from '#kernel/rational';
import { findValue } from '#rules/pack/pack';
import { resolveValue } from '#rules/value/resolve-value';

/** Values of a policy that name the last year before pooling, of balances and of audited gaps. */
const LAST_YEARS = { amount: 'legacy_balance_last_year', auditedGap: 'audited_gap_last_year' } as const;

type Member = keyof typeof LAST_YEARS;
type Asked = Pick<AskedMatter, 'pool' | 'insuranceType' | 'year' | 'content' | 'corrects'>;

/**
 * Lists why a handover is not one of money from before pooling (JH-4.7-d, JH-4.7-e): its year is the first of the
 * pooling, an urban district has no audited gap, and the balance is at most what the books held as that year began.
 * A correction to nothing withdraws a handover, of whatever year.
 * @param held opening balance of the pool's books in that year, in fen; undefined where no books cover it
 */
export function checkHandover(plan: AdjustmentPlan, asked: Asked, held: Fen | undefined): readonly Refusal[] {
  const { content, corrects, insuranceType } = asked;
  const [amount, gap] = [fenOf(content.amount ?? '0.00'), fenOf(content.auditedGap ?? '0.00')];
  const first = plan.firstYear.get(insuranceType);
  if (first === undefined) return [refusals.noPoolingOf(insuranceType, plan.cite[0])];
  const isNothing = amount === ZERO_FEN && gap === ZERO_FEN;
  const dated: readonly Member[] = [
    ...(amount > ZERO_FEN || (isNothing && corrects === null) ? (['amount'] as const) : []),
    ...(gap > ZERO_FEN ? (['auditedGap'] as const) : []),
  ];
  const code = plan.pack.raw.pools.find(({ id }) => id === asked.pool)?.code ?? '';
  return [
    ...yearFaults(plan, dated, first, asked),
    ...(gap > ZERO_FEN && isUrbanDistrict(code)
      ? [refusals.gapOnDistrict(asked.pool, citeOf(plan, 'auditedGap'))]
      : []),
    ...(held !== undefined && amount > ZERO_FEN && amount > held
      ? [refusals.handoverAboveOpening(held, citeOf(plan, 'amount'))]
      : []),
  ];
}

/** Lists the years, each once, to which what is handed over belongs instead of the year that was asked for. */
function yearFaults(
  plan: AdjustmentPlan,
  members: readonly Member[],
  first: number,
  asked: Asked,
): readonly Refusal[] {
  const due = members.map((member) => ({ member, year: (lastYearOf(plan, member, first) ?? first - 1) + 1 }));
  return due
    .filter(({ year }, index) => asked.year !== year && due.findIndex((one) => one.year === year) === index)
    .map(({ member, year }) => refusals.handoverYear(member, year, citeOf(plan, member)));
}

/** Finds the last year before pooling; undefined where the policy does not say: it is then the one before its first. */
function lastYearOf({ pack }: AdjustmentPlan, member: Member, first: number): number | undefined {
  if (findValue(pack, LAST_YEARS[member]) === undefined) return undefined;
  const year = parseInsuranceYear(first);
  assert(year !== undefined, 'the first year of a policy is a year');
  const resolved = resolveValue(pack, LAST_YEARS[member], { on: firstDayOfYear(year), assumptions: 'state' });
  if (!resolved.allowed) return undefined;
  const { quantity } = resolved.value;
  return 'count' in quantity ? Number(floorToInteger(quantity.count)) : undefined;
}

function citeOf({ pack, cite }: AdjustmentPlan, member: Member): string | undefined {
  return findValue(pack, LAST_YEARS[member])?.versions[0]?.cite[0] ?? cite[0];
}
