import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { LedgerOffice } from '#application/ports/payout-store';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaidOut } from '#domain/payout/plan-lines';
import type { Payable } from '#domain/payout/purpose';
import type { DailyChange } from '#domain/payout/share-interest';
import type { Deposit } from '#domain/payout/sweep';
import { present } from '#kernel/assert';
import { firstDayOf, type Month } from '#kernel/month';
import { rowsOf } from '#storage/database/rows-of';
import type { Tables } from '#storage/database/tables';
import { createLedgerStore } from '#storage/ledger/ledger-store';

/** The ledger within a use case's transaction. */
export function createLedgerOffice(within: Kysely<Tables>): LedgerOffice {
  return {
    async lock({ pool, insuranceType }) {
      const name = `payout/${pool}/${insuranceType}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 8))`.execute(within);
    },

    post: (commands) => createLedgerStore(within).post(commands),
    listVoucherUses: (commands) => createLedgerStore(within).listVoucherUses(commands),

    async findFirstMonth({ pool, insuranceType }) {
      const { rows } = await sql<{ firstMonth: Month }>`
        SELECT to_char(first_month, 'YYYY-MM') AS first_month FROM ledger_account_set
        WHERE pool = ${pool} AND insurance_type = ${insuranceType}`.execute(within);
      return rows[0]?.firstMonth;
    },

    async findJournal({ pool, insuranceType }) {
      const { rows } = await sql<{ hash: string }>`
        SELECT coalesce((SELECT pack_hash FROM book_event
            WHERE pool = ${pool} AND insurance_type = ${insuranceType} AND refusal IS NULL AND reverses IS NULL
            ORDER BY posting_month DESC, number DESC LIMIT 1),
          (SELECT a.hash FROM pack_artefact AS a
            WHERE EXISTS (SELECT FROM journal_template AS t WHERE t.pack_hash = a.hash)
            ORDER BY a.kept_at DESC, a.hash LIMIT 1)) AS hash`.execute(within);
      return rows[0]?.hash ?? undefined;
    },

    listDeposits: (books, through) =>
      rowsOf<Deposit>(
        within,
        sql`SELECT account, fund, sum(debit - credit)::bigint AS balance FROM ledger_balance
        WHERE pool = ${books.pool} AND insurance_type = ${books.insuranceType} AND source = 'current'
          AND account IN ('1002', '1003', '1004', '1005')
          AND posting_month <= ${through === undefined ? 'infinity' : firstDayOf(through)}::date
        GROUP BY account, fund`,
      ),

    async countEvents({ pool, insuranceType }, template, month) {
      const { rows } = await sql<{ count: bigint }>`SELECT count(*) AS count FROM book_event
        WHERE pool = ${pool} AND insurance_type = ${insuranceType} AND posting_month = ${firstDayOf(month)}
          AND template = ${template} AND refusal IS NULL`.execute(within);
      return present(rows[0], 'a count').count;
    },

    listPayables: (books) => rowsOf<Payable>(within, payablesOf(books)),

    async isYearOver({ pool, insuranceType }, day) {
      const { rows } = await sql<{ over: boolean }>`
        SELECT payment_year_over(${pool}, ${insuranceType}, ${day}::date) AS over`.execute(within);
      return present(rows[0], 'an answer').over;
    },

    listPaidOut: (books, since) =>
      rowsOf<PaidOut>(
        within,
        sql`SELECT e.template, n.fund, sum(n.credit - n.debit)::bigint AS amount
        FROM book_entry AS n JOIN book_event AS e ON e.number = n.event
        WHERE n.pool = ${books.pool} AND n.insurance_type = ${books.insuranceType} AND n.account = '1004'
          AND n.posting_month >= ${firstDayOf(since)}
        GROUP BY e.template, n.fund`,
      ),

    listDailyChanges: (books, account, through) =>
      rowsOf<DailyChange>(
        within,
        sql`SELECT n.fund, e.effective_on AS "on", sum(n.debit - n.credit)::bigint AS change
        FROM book_entry AS n JOIN book_event AS e ON e.number = n.event
        WHERE n.pool = ${books.pool} AND n.insurance_type = ${books.insuranceType} AND n.account = ${account}
          AND e.effective_on <= ${through}
        GROUP BY n.fund, e.effective_on`,
      ),
  };
}

/**
 * What is owed by purpose and category: each template that owes or pays says what for. A debt from before the books is of
 * what its kind of creditor is owed, and of no category; what the bank sent back is a purpose of its own, since it is paid from what came back.
 */
function payablesOf({ pool, insuranceType }: BooksOf): RawBuilder<unknown> {
  return sql`
    SELECT counterparty, purpose, category, coalesce(sum(owed) FILTER (WHERE fund = 'pooled'), 0)::bigint AS pooled,
      coalesce(sum(owed) FILTER (WHERE fund = 'account'), 0)::bigint AS account
    FROM (
      SELECT n.counterparty, n.fund, CASE n.account WHEN 'advance' THEN n.debit - n.credit ELSE n.credit - n.debit END AS owed,
        CASE
          WHEN n.account = 'advance' THEN 'advance'
          WHEN e.template IN ('benefit_settled', 'benefit_paid', 'prepayment_set_off') THEN 'benefit'
          WHEN e.template IN ('large_expense_premium_due', 'large_expense_premium_paid') THEN 'large_expense'
          WHEN e.template IN ('refund_due', 'refund_paid') THEN 'refund'
          WHEN e.template IN ('transfer_out_due', 'transfer_out_paid') THEN 'transfer_out'
          WHEN e.template IN ('payment_rejected', 'payment_repeated') THEN 'returned'
          WHEN e.template = 'opening_debt' THEN CASE split_part(n.counterparty, ':', 1)
            WHEN 'insurer' THEN 'large_expense' WHEN 'employer' THEN 'refund' ELSE 'benefit' END
        END AS purpose,
        CASE WHEN n.account = 'payable' THEN e.category END AS category
      FROM payable_entry AS n JOIN book_event AS e ON e.number = n.event
      WHERE n.pool = ${pool} AND n.insurance_type = ${insuranceType}
        AND n.source = 'current' AND n.counterparty NOT LIKE 'pool:%' AND n.counterparty NOT LIKE 'government:%'
    ) AS part
    WHERE purpose IS NOT NULL
    GROUP BY counterparty, purpose, category
    ORDER BY counterparty COLLATE "C", purpose, category COLLATE "C"`;
}
