import { whyNotDecide } from '#application/payout/why-not-decide';
import { postAll } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { InterestNotice, InterestNoticeDetails } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { DEPOSIT_ACCOUNTS } from '#domain/payout/bank-account';
import { interestEvents, interestFunds } from '#domain/payout/interest-events';
import { flowRefusal } from '#domain/payout/refusals';
import { expectedInterest, shareInterest, sumDailyBalances } from '#domain/payout/share-interest';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { parseRate } from '#kernel/rate';

/** An entered notice; shares and expected interest are computed. */
export type EnteredNotice = Omit<
  InterestNoticeDetails,
  'pooled' | 'account' | 'unsplit' | 'expected' | 'amount'
> & { readonly amount: Fen };

/** An entered notice with its shares and its difference from the expected interest. */
export interface SharedNotice {
  readonly id: string;
  readonly expected: Fen;
  /** Paid by the bank less expected, in fen. */
  readonly difference: Fen;
  readonly pooled: Fen;
  readonly account: Fen;
  readonly unsplit: Fen;
}

type Needs = Pick<PayoutServices, 'payoutStore' | 'placeStore'>;

/**
 * Enters the interest that a bank credited for a period. It is split by the sums of daily balances (NAT-A3) and
 * compared with the rate times those balances; a difference is shown and blocks nothing, because the bank's amount is
 * what came in.
 */
export async function enterNotice(
  { payoutStore, placeStore }: Needs,
  scope: Scope,
  wanted: EnteredNotice,
  now: string,
): Promise<Decision<SharedNotice>> {
  const found = await getPool({ placeStore }, scope, wanted.pool, 'pool');
  if (!found.allowed) return found;
  const pool = found.value;
  if (pool.kind === 'fund' && wanted.role !== 'special') {
    return refuse(flowRefusal('account_without_interest', 'role'));
  }
  const rate = parseRate(wanted.rate);
  if (typeof rate === 'string' || rate.numerator < 0n) return refuse(RATE_WRONG);
  const { pool: poolId, insuranceType, role, fromDay: from, toDay: to, daysOfYear } = wanted;
  if (from > to || to > wanted.creditedOn) return refuse(flowRefusal('interest_period_wrong', 'fromDay'));
  return decideWithin(payoutStore, scope, async (office) => {
    await office.lock(wanted);
    const taken = (await office.listNotices()).find((one) => overlaps(one, wanted));
    if (taken !== undefined) return refuse(flowRefusal('interest_period_taken', taken.id));
    const books = { pool: poolId, insuranceType };
    const changes = await office.listDailyChanges(books, DEPOSIT_ACCOUNTS[role], to);
    const funds = interestFunds({ kind: pool.kind, role, insuranceType });
    const sums = sumDailyBalances(changes, funds, { from, to });
    const shares = shareInterest(wanted.amount, sums);
    if (shares === undefined) return refuse(flowRefusal('no_balance_to_share_by', 'fromDay', 'NAT-28.2'));
    const shareOf = (fund: string): Fen => shares.get(fund) ?? fen(0n);
    const expected = expectedInterest(sums, { from, to, rate, daysOfYear });
    const parts = { pooled: shareOf('pooled'), account: shareOf('account'), unsplit: shareOf('unsplit') };
    const by = { pool: pool.id, place: pool.place, by: scope.userId, now };
    const id = await office.addNotice({ ...wanted, ...parts, expected }, by);
    return allow({ id, expected, difference: fen(wanted.amount - expected), ...parts });
  });
}

/**
 * Accepts a notice entered by another person and posts its shares, or rejects it. A notice that differs from the
 * expected interest is accepted only with a reason.
 */
export async function decideNotice(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  {
    id,
    decision,
    reason,
  }: { readonly id: string; readonly decision: 'approved' | 'rejected'; readonly reason: string },
  now: string,
): Promise<Decision<{ readonly events: readonly bigint[] }>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const notice = await office.findNotice(id);
    if (notice === undefined) return refuse(flowRefusal('unknown_interest_notice', id));
    const against = whyNotDecide(notice, scope.userId);
    if (against !== undefined) return refuse(against);
    if (decision === 'approved' && notice.amount !== notice.expected && reason.trim() === '') {
      return refuse(flowRefusal('difference_without_reason', 'reason', 'NAT-28.7'));
    }
    const events =
      decision === 'rejected'
        ? allow([])
        : await postAll(
            office,
            notice,
            interestEvents(notice).map(({ template, amounts }) => ({
              key: `interest ${id} ${template}`,
              template,
              pool: notice.pool,
              insuranceType: notice.insuranceType,
              amounts,
              voucher: notice.reference,
              effectiveOn: notice.creditedOn,
              now,
              actor: scope.userId,
            })),
          );
    if (!events.allowed) return events;
    const isDecided = await office.decideNotice(
      notice,
      decision,
      reason.trim(),
      events.value,
      scope.userId,
      now,
    );
    return isDecided ? allow({ events: events.value }) : refuse(flowRefusal('record_decided', id));
  });
}

/** Whether a notice that is not rejected covers the same account and a common day. */
function overlaps(one: InterestNotice, other: EnteredNotice): boolean {
  return (
    one.decision !== 'rejected' &&
    one.pool === other.pool &&
    one.insuranceType === other.insuranceType &&
    one.role === other.role &&
    one.fromDay <= other.toDay &&
    other.fromDay <= one.toDay
  );
}

const RATE_WRONG: Refusal = {
  code: 'interest_rate_wrong',
  at: 'rate',
  what: { zh: '利率须写成百分数，如 0.35%', en: 'the rate is not written as a percentage, such as 0.35%' },
  next: { zh: '请按银行利息单填写', en: 'write it as the notice gives it' },
};
