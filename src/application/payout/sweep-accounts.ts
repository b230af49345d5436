import { postAll } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import type { BookSet } from '#application/ports/ledger-reader';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { flowRefusal } from '#domain/payout/refusals';
import { planSweep, SWEPT_ACCOUNTS } from '#domain/payout/sweep';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { lastDayOf, type Month } from '#kernel/month';

/** One account of one pool's books that a sweep empties. */
interface SweptAccount {
  readonly pool: string;
  readonly poolName: Bilingual;
  readonly insuranceType: InsuranceType;
  readonly role: 'income' | 'treasury';
}

/** The result of a sweep for one account: the amount moved (zero where it was empty), or why nothing moved. */
export interface SweepRow extends SweptAccount {
  readonly amount: Fen;
  readonly event: bigint | null;
  readonly refusals: readonly Refusal[];
}

/** An account that is not empty at the end of a month. */
export interface UnsweptRow extends SweptAccount {
  readonly balance: Fen;
}

/** The bank voucher's number for the sweep of one account. */
export interface SweepVoucher extends Pick<SweptAccount, 'pool' | 'insuranceType' | 'role'> {
  readonly number: string;
}

/**
 * Empties the income account and treasury of every pool in scope into the special account, by the month's ledger
 * balances (NAT-28.7, NAT-144.39-a). Empty accounts are skipped, so that a second sweep moves only later receipts.
 * Refuses, pool by pool, a closed month and a voucher for an empty account.
 */
export async function sweepMonth(
  services: Pick<PayoutServices, 'payoutStore' | 'ledgerReader'>,
  scope: Scope,
  { month, vouchers = [] }: { readonly month: Month; readonly vouchers?: readonly SweepVoucher[] },
  now: string,
): Promise<readonly SweepRow[]> {
  const books = await services.ledgerReader.listBooks(scope);
  const rows: SweepRow[] = [];
  for (const one of books.filter(({ kind }) => kind === 'pool')) {
    for (const swept of SWEPT_ACCOUNTS) {
      const { pool, name, insuranceType } = one;
      const voucher = vouchers.find(
        (each) => each.pool === pool && each.insuranceType === insuranceType && each.role === swept.role,
      )?.number;
      const decision = await sweepOne(services, scope, one, swept, { month, voucher, now });
      rows.push({
        pool,
        poolName: name,
        insuranceType,
        role: swept.role,
        ...(decision.allowed
          ? { ...decision.value, refusals: [] }
          : { amount: ZERO_FEN, event: null, refusals: decision.refusals }),
      });
    }
  }
  return rows;
}

/**
 * Lists income accounts and treasuries that are not empty at a month's end; closing the month then needs a reason
 * (NAT-28.7).
 */
export async function listUnswept(
  { ledgerReader }: Pick<PayoutServices, 'ledgerReader'>,
  scope: Scope,
  month: Month,
): Promise<readonly UnsweptRow[]> {
  const books = await ledgerReader.listBooks(scope);
  const balances = await ledgerReader.listBalances(scope, {});
  return books
    .flatMap(({ pool, name: poolName, insuranceType }) =>
      SWEPT_ACCOUNTS.map(({ account, role }) => {
        const balance = balances
          .filter((one) => one.pool === pool && one.insuranceType === insuranceType)
          .filter((one) => one.account === account && one.postingMonth <= month)
          .reduce((sum, one) => sum + one.debit - one.credit, 0n);
        return { pool, poolName, insuranceType, role, balance: fen(balance) };
      }),
    )
    .filter(({ balance }) => balance !== 0n);
}

async function sweepOne(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  books: BookSet,
  { account, template }: (typeof SWEPT_ACCOUNTS)[number],
  {
    month,
    voucher,
    now,
  }: { readonly month: Month; readonly voucher: string | undefined; readonly now: string },
): Promise<Decision<{ readonly amount: Fen; readonly event: bigint | null }>> {
  const { pool, insuranceType, firstMonth, closedThrough } = books;
  const at = `${pool} ${insuranceType} ${month}`;
  if (month < firstMonth) return refuse(flowRefusal('month_before_books', at));
  if (closedThrough !== null && month <= closedThrough) {
    return refuse(flowRefusal('month_already_closed', at, 'NAT-28.7'));
  }
  return decideWithin(payoutStore, scope, async (office) => {
    await office.lock(books);
    const sweep = planSweep(await office.listDeposits(books, month), account, insuranceType);
    if (sweep.kind === 'nil') {
      return voucher === undefined
        ? allow({ amount: ZERO_FEN, event: null })
        : refuse(flowRefusal('voucher_of_nothing', `${at} ${account}`, 'NAT-144.39-c'));
    }
    if (sweep.kind === 'overdrawn') return refuse(flowRefusal('account_overdrawn', `${at} ${account}`));
    // What came in after a first sweep of the month is swept under a key of its own.
    const ordinal = (await office.countEvents(books, template, month)) + 1n;
    const posted = await postAll(office, books, [
      {
        key: `${template} ${pool} ${insuranceType} ${month} ${ordinal}`,
        template,
        pool,
        insuranceType,
        amounts: sweep.amounts,
        voucher,
        effectiveOn: lastDayOf(month),
        now,
        actor: scope.userId,
      },
    ]);
    if (!posted.allowed) return posted;
    return allow({ amount: sweep.total, event: posted.value[0] ?? null });
  });
}
