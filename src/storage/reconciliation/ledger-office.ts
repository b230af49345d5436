import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  BooksSpan,
  LedgerMovement,
  PremiumTurnover,
  ReconciledAccount,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { PARTIES } from '#domain/reconciliation/party';
import { present } from '#kernel/assert';
import { firstDayOf, type Month } from '#kernel/month';
import type { Tables } from '#storage/database/tables';

type LedgerSide = Pick<
  ReconciliationOffice,
  'lock' | 'findBooks' | 'listMovements' | 'readOpenings' | 'findMovement' | 'readPremiums'
>;

/** The ledger as it is compared with statements: an account's entries added up by event. */
export function createLedgerOffice(within: Kysely<Tables>): LedgerSide {
  return {
    async lock({ pool, insuranceType, party, account }) {
      const name = `reconciliation/${pool}/${insuranceType}/${party}/${account}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 12))`.execute(within);
    },

    async findBooks({ pool, insuranceType }) {
      const { rows } = await sql<BooksSpan>`
        SELECT to_char(s.first_month, 'YYYY-MM') AS first_month,
          (SELECT to_char(max(m.month), 'YYYY-MM') FROM ledger_month AS m
           WHERE m.pool = s.pool AND m.insurance_type = s.insurance_type) AS closed_through
        FROM ledger_account_set AS s WHERE s.pool = ${pool} AND s.insurance_type = ${insuranceType}`.execute(
        within,
      );
      return rows[0];
    },

    async listMovements(account, from, through) {
      const until = through === undefined ? sql`true` : sql`m.posting_month <= ${firstDayOf(through)}`;
      const { rows } = await sql<LedgerMovement>`
        SELECT m.number, to_char(m.posting_month, 'YYYY-MM') AS month, m.key, m.template, m.counterparty, m."on", m.note, m.paid_by, m.reverses, m.amount
        FROM (${movementsOf(account)}) AS m
        WHERE NOT m.is_opening AND m.amount <> 0 AND m.posting_month >= ${firstDayOf(from)} AND ${until}
        ORDER BY m.number`.execute(within);
      return rows;
    },

    async readOpenings(account, months) {
      const firsts = months.map(firstDayOf);
      const net = PARTIES[account.party].receiptsOnly ? sql`b.debit` : sql`b.debit - b.credit`;
      const { rows } = await sql<{ month: Month; balance: bigint }>`
        WITH turnover AS MATERIALIZED (
          SELECT b.posting_month, sum(${net}) AS net FROM ledger_balance AS b
          WHERE b.pool = ${account.pool} AND b.insurance_type = ${account.insuranceType} AND b.account = ${account.account}
          GROUP BY b.posting_month
        ), brought AS MATERIALIZED (
          SELECT m.posting_month, sum(m.amount) AS net FROM (${movementsOf(account)}) AS m
          WHERE m.is_opening AND m.posting_month = ANY (${firsts}::date[]) GROUP BY m.posting_month
        )
        SELECT to_char(w.month, 'YYYY-MM') AS month,
          (coalesce((SELECT sum(t.net) FROM turnover AS t WHERE t.posting_month < w.month), 0)
            + coalesce((SELECT b.net FROM brought AS b WHERE b.posting_month = w.month), 0))::bigint AS balance
        FROM unnest(${firsts}::date[]) AS w(month)`.execute(within);
      return new Map(rows.map(({ month, balance }) => [month, balance]));
    },

    async findMovement(account, event) {
      const { rows } = await sql<{ amount: bigint }>`
        SELECT m.amount FROM (${movementsOf(account)}) AS m WHERE m.number = ${event} AND m.amount <> 0`.execute(
        within,
      );
      return rows[0]?.amount;
    },

    async readPremiums({ pool, insuranceType }, month) {
      const { rows } = await sql<PremiumTurnover>`
        SELECT coalesce(sum(n.credit - n.debit) FILTER (WHERE n.account IN ('arisen.premium', 'arisen.late_fee')), 0)::bigint AS assessed,
          coalesce(sum(n.debit) FILTER (WHERE n.account = '1005'), 0)::bigint AS received,
          coalesce(sum(n.debit) FILTER (WHERE n.account = '1002' AND EXISTS (
            SELECT FROM book_entry AS o WHERE o.event = n.event AND o.account = 'receivable')), 0)::bigint AS collected_by_agency,
          coalesce(sum(n.credit) FILTER (WHERE n.account = '1005'), 0)::bigint AS swept
        FROM book_entry AS n
        WHERE n.pool = ${pool} AND n.insurance_type = ${insuranceType} AND n.posting_month = ${firstDayOf(month)}
          AND n.account IN ('arisen.premium', 'arisen.late_fee', '1002', '1005')`.execute(within);
      return present(rows[0], 'a turnover');
    },
  };
}

/**
 * Every event that touches the account, with what it moved there: moves within the account come to nothing. Of a party that
 * tells receipts only, what came in. Balances brought forward, and their reversals, are no movements.
 */
function movementsOf({ pool, insuranceType, party, account }: ReconciledAccount): RawBuilder<unknown> {
  const amount = PARTIES[party].receiptsOnly ? sql`sum(n.debit)` : sql`sum(n.debit - n.credit)`;
  return sql`
    SELECT e.number, e.key, e.template, coalesce(e.counterparty, 'pool:' || e.other_pool) AS counterparty,
      e.effective_on AS "on", e.note, (SELECT nullif(a.voucher, '') FROM payment_posting AS p JOIN bank_answer_line AS a
        ON a.run = p.run AND a.line = p.line AND a.outcome = 'paid' WHERE p.event = e.number AND p.step = 'sent') AS paid_by, e.reverses, n.posting_month, n.amount, coalesce(t.kind = 'opening', false) AS is_opening
    FROM (SELECT n.event, n.posting_month, ${amount}::bigint AS amount FROM book_entry AS n
      WHERE n.pool = ${pool} AND n.insurance_type = ${insuranceType} AND n.account = ${account}
      GROUP BY n.event, n.posting_month) AS n
    JOIN reconciled_event AS e ON e.number = n.event
    LEFT JOIN reconciled_event AS o ON o.number = e.reverses
    LEFT JOIN journal_template AS t
      ON t.pack_hash = coalesce(o.pack_hash, e.pack_hash) AND t.id = coalesce(o.template, e.template)`;
}
