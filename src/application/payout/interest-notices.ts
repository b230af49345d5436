import { decideWithin, whyNotDecide } from '#application/payout/decide-within';
import { postAll } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { InterestNotice, InterestNoticeDetails } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { DEPOSIT_ACCOUNTS } from '#domain/payout/bank-account';
import { interestEvents, interestFunds } from '#domain/payout/interest-events';
import { flowRefusal } from '#domain/payout/refusals';
import { expectedInterest, shareInterest, sumDailyBalances } from '#domain/payout/share-interest';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { parseRate } from '#kernel/rate';

/** A notice as it is entered; its shares and what was to be expected are reckoned. */
export type EnteredNotice = Omit<
  InterestNoticeDetails,
  'pooled' | 'account' | 'unsplit' | 'expected' | 'amount'
> & { readonly amount: Fen };

/** Interest that was entered: how it is shared, and by how much it differs from what was to be expected. */
export interface SharedNotice {
  readonly id: string;
  readonly expected: Fen;
  /** Given by the bank less expected. */
  readonly difference: Fen;
  readonly pooled: Fen;
  readonly account: Fen;
  readonly unsplit: Fen;
}

type Needs = Pick<PayoutServices, 'payoutStore' | 'placeStore'>;

/**
 * Enters what a bank credited for a period. It is shared by the sums of daily balances (NAT-A3) and held against the rate
 * times those balances; what differs is shown and hinders nothing, for the bank's amount is what came in.
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

/** Accepts a notice that another person entered, and posts it as it was shared; or rejects it. */
export async function decideNotice(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<{ readonly events: readonly bigint[] }>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const notice = await office.findNotice(id);
    if (notice === undefined) return refuse(flowRefusal('unknown_interest_notice', id));
    const against = whyNotDecide(notice, scope.userId);
    if (against !== undefined) return refuse(against);
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
              effectiveOn: notice.creditedOn,
              now,
              actor: scope.userId,
            })),
          );
    if (!events.allowed) return events;
    const isDecided = await office.decideNotice(notice, decision, events.value, scope.userId, now);
    return isDecided ? allow({ events: events.value }) : refuse(flowRefusal('record_decided', id));
  });
}

/** Whether a notice that was not rejected is of the same account and shares a day. */
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
