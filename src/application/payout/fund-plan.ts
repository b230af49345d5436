import { chinaDateOf } from '#application/time/china-time';
import { postAll } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import { whyPlanEnded } from '#application/payout/why-ended';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { checkHeld } from '#domain/payout/check-plan';
import { choosePart, openFunding, type WantedPart } from '#domain/payout/plan-funding';
import { eventAmounts, totalOf } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { balanceOf } from '#domain/payout/sweep';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';

export interface WantedFunding {
  readonly id: string;
  /** All that is open where undefined. */
  readonly part?: WantedPart;
  /** Number of the bank's voucher behind it. */
  readonly voucher?: string | undefined;
}

/**
 * Moves what an approved plan says, or a part of it, from the special account to the expenditure account; again until
 * nothing is open (NAT-144.39-b). Neither more than is open nor more than the special account holds.
 */
export async function fundPlan(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  { id, part: wanted, voucher }: WantedFunding,
  now: string,
): Promise<Decision<{ readonly event: bigint }>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const found = await office.findPlan(id);
    if (found === undefined) return refuse(flowRefusal('unknown_payment_plan', id));
    await office.lock(found);
    // Looked up again: someone else may have funded it while this waited for the lock.
    const plan = (await office.findPlan(id)) ?? found;
    const ended = whyPlanEnded(plan);
    if (ended !== undefined) return refuse(ended);
    if (plan.decision !== 'approved') return refuse(flowRefusal('record_not_approved', id));
    const open = openFunding(plan.lines, plan.fundings);
    if (totalOf(open) === 0n) return refuse(flowRefusal('plan_funded', id));
    const part = choosePart(wanted, open);
    if (!part.allowed) return part;
    const deposits = await office.listDeposits(plan);
    const held = {
      pooled: balanceOf(deposits, '1003', 'pooled'),
      account: balanceOf(deposits, '1003', 'account'),
    };
    const [short, ...others] = checkHeld(part.value, held, 'special');
    if (short !== undefined) return refuse(short, ...others);
    const posted = await postAll(office, plan, [
      {
        key: `payment_plan ${id} ${plan.fundings.length + 1}`,
        template: 'expenditure_account_funded',
        pool: plan.pool,
        insuranceType: plan.insuranceType,
        amounts: eventAmounts(['pooled', 'account'], plan.insuranceType, { ...part.value }),
        voucher,
        effectiveOn: chinaDateOf(now),
        now,
        actor: scope.userId,
      },
    ]);
    if (!posted.allowed) return posted;
    const event = present(posted.value[0], 'the event that was posted');
    await office.recordFunding(id, event, scope.userId, now);
    return allow({ event });
  });
}
