import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentPlan, PayoutOffice } from '#application/ports/payout-store';
import { fundedLines } from '#domain/payout/plan-funding';
import { carriedOf, PLAN_LINES, type ExpenditureLine, type PaidOut } from '#domain/payout/plan-lines';
import type { Fen } from '#kernel/fen';

/** Keeps the plans of these books, newest first, including lapsed ones with the amounts funded. */
export function plansOf(
  plans: readonly PaymentPlan[],
  { pool, insuranceType }: BooksOf,
): readonly PaymentPlan[] {
  return plans
    .filter(
      (plan) => plan.pool === pool && plan.insuranceType === insuranceType && plan.ended !== 'withdrawn',
    )
    .filter(({ ended, fundings }) => ended === null || fundings.length > 0);
}

/**
 * Sums the amounts of approved plans by line, in fen; of a lapsed plan only the funded amount, because no more will
 * come.
 */
export function plannedOf(approved: readonly PaymentPlan[]): ReadonlyMap<ExpenditureLine, bigint> {
  const planned = new Map<ExpenditureLine, bigint>();
  for (const { ended, lines, fundings } of approved) {
    for (const { line, amount, funded } of fundedLines(lines, fundings)) {
      planned.set(line, (planned.get(line) ?? 0n) + (ended === null ? amount : funded));
    }
  }
  return planned;
}

/** Lists what was paid out since the month of the first plan. */
export function listPaidOut(
  office: Pick<PayoutOffice, 'listPaidOut'>,
  books: BooksOf,
  approved: readonly PaymentPlan[],
): Promise<readonly PaidOut[]> {
  const [since] = approved.map(({ month }) => month).toSorted();
  return since === undefined ? Promise.resolve([]) : office.listPaidOut(books, since);
}

/** Sums what approved plans have planned and nobody has been paid yet, by line, in fen. */
export async function linesCarried(
  office: Pick<PayoutOffice, 'listPaidOut'>,
  books: BooksOf,
  approved: readonly PaymentPlan[],
): Promise<ReadonlyMap<ExpenditureLine, Fen>> {
  const facts = { planned: plannedOf(approved), paidOut: await listPaidOut(office, books, approved) };
  return new Map(PLAN_LINES.map((rule) => [rule.line, carriedOf(facts, rule)]));
}
