import { linesCarried, plansOf } from '#application/payout/planned-lines';
import type { PayoutServices } from '#application/payout/services';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentRun, PayoutOffice } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { aboveBudget, notPlanned } from '#domain/payout/check-plan';
import { advancesOf } from '#domain/payout/plan-lines';
import type { FundAmounts, Purpose } from '#domain/payout/purpose';
import { present } from '#kernel/assert';
import type { Decision, Refusal } from '#kernel/decision';
import { fen, positivePart, type Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

/** Advances become benefits of the pooled fund, and are planned and budgeted as what they become (NAT-28.1). */
const ADVANCE_LINE = '5001.pooled';

interface AdvanceRun extends BooksOf {
  readonly purpose: Purpose;
  readonly paysOn: PlainDate;
}

/**
 * What the budget of the run's year leaves on the line of benefits; undefined of any run that is not of advances. Asked
 * before the transaction, as for a plan.
 */
export async function askAdvanceBudget(
  { budgetGate }: Pick<PayoutServices, 'budgetGate'>,
  scope: Scope,
  { pool, insuranceType, purpose, paysOn }: AdvanceRun,
): Promise<Decision<Fen> | undefined> {
  if (purpose !== 'prepayment') return undefined;
  const year = Number(paysOn.slice(0, 4));
  return budgetGate.remainingFen(scope, { pool, insuranceType, year, line: ADVANCE_LINE });
}

/**
 * Why advances are not paid: no adopted budget bears them with those not set off yet, or no plan of the year has their
 * money. What last year's plans left counts once a plan of this year has carried it over (NAT-144.39-b, SC-2.1-d).
 * @param budget what `askAdvanceBudget` gave
 * @param but the run itself, where it is under way already
 */
export async function whyNotAdvance(
  office: PayoutOffice,
  run: AdvanceRun,
  lines: readonly FundAmounts[],
  budget: Decision<Fen> | undefined,
  but?: PaymentRun,
): Promise<readonly Refusal[]> {
  if (budget === undefined) return [];
  if (!budget.allowed) return budget.refusals;
  const asked = lines.reduce((sum, { pooled }) => sum + pooled, 0n);
  const pending = await office.listPending(run, but?.id);
  const pendingOf = (purposes: readonly Purpose[]): bigint =>
    pending.filter(({ purpose }) => purposes.includes(purpose)).reduce((sum, { pooled }) => sum + pooled, 0n);
  const advances = advancesOf(await office.listPayables(run));
  const above = positivePart(advances + pendingOf(['prepayment']) + asked - budget.value);
  const plans = plansOf(await office.listPlans(), run).filter(({ decision }) => decision === 'approved');
  const isOfYear = plans.some(({ month, lines: planned }) => {
    return month.slice(0, 4) === run.paysOn.slice(0, 4) && planned.some(({ line }) => line === ADVANCE_LINE);
  });
  const carried = present((await linesCarried(office, run, plans)).get(ADVANCE_LINE), 'the line of benefits');
  const left = isOfYear ? positivePart(carried - pendingOf(['prepayment', 'benefit'])) : fen(0n);
  return [
    ...(above > 0n ? [aboveBudget(ADVANCE_LINE, above, 'advance')] : []),
    ...(asked > left ? [notPlanned(ADVANCE_LINE, left)] : []),
  ];
}
