import { sql } from 'kysely';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

const MOST_EXAMPLES = 5;

/**
 * Compares the stored sums of closed months with their entries: the difference is zero in every dimension, each stored
 * sum exists once and has entries, and its last event is theirs. Both stored sums and those that should exist are
 * checked.
 */
export async function checkTurnovers(reading: Reading): Promise<LedgerCheck> {
  // The planner takes the few groups for many and would sort every entry by ten texts.
  await allowSorting(reading, 'off');
  const outcome = await sql<Pick<LedgerCheck, 'checked' | 'wrong'> & { examples: readonly string[] | null }>`
    WITH added AS (
      SELECT n.pool, n.insurance_type, n.posting_month AS month, n.book, n.fund, n.source, n.account, n.category,
        left(n.counterparty, CASE WHEN starts_with(n.counterparty, 'pool:') THEN length(n.counterparty)
          ELSE strpos(n.counterparty, ':') - 1 END) AS party,
        n.event IN (SELECT e.number FROM ledger_event AS e JOIN journal_template AS t
          ON (t.pack_hash, t.id) = (e.pack_hash, e.template) WHERE t.kind = 'close') AS is_closing,
        (n.event, n.posting_month) IN (SELECT e.number, s.first_month FROM ledger_event AS e
          JOIN journal_template AS t ON (t.pack_hash, t.id) = (e.pack_hash, e.template)
          JOIN ledger_account_set AS s ON (s.pool, s.insurance_type) = (e.pool, e.insurance_type)
          WHERE t.kind = 'opening') AS is_opening,
        sum(n.debit) AS debit, sum(n.credit) AS credit, max(n.event) AS event
      FROM ledger_entry AS n GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ), part AS (
      SELECT a.*, NULL::bigint AS last_event FROM added AS a
      JOIN ledger_month AS m ON (m.pool, m.insurance_type, m.month) = (a.pool, a.insurance_type, a.month)
      UNION ALL
      SELECT pool, insurance_type, month, book, fund, source, account, category, party, is_closing, is_opening,
        -debit, -credit, NULL, last_event
      FROM ledger_turnover
    ), compared AS (
      SELECT concat_ws(' ', account, month, insurance_type, book, fund, source, category, party, pool) AS name,
        sum(debit) <> 0 OR sum(credit) <> 0 OR count(last_event) <> 1 OR max(event) IS DISTINCT FROM max(last_event) AS wrong
      FROM part
      GROUP BY pool, insurance_type, month, book, fund, source, account, category, party, is_closing, is_opening
    )
    SELECT count(*) AS checked, count(*) FILTER (WHERE wrong) AS wrong,
      (array_agg(name) FILTER (WHERE wrong))[1:${sql.lit(MOST_EXAMPLES)}] AS examples
    FROM compared`.execute(reading);
  await allowSorting(reading, 'on');
  const { checked = 0n, wrong = 0n, examples = null } = outcome.rows[0] ?? {};
  return {
    name: 'closed_turnovers',
    title: {
      zh: '已结账月份的发生额等于由分录重算之数',
      en: 'turnovers of closed months are those of their entries',
    },
    checked,
    wrong,
    unproved: 0n,
    examples: examples ?? [],
  };
}

async function allowSorting(reading: Reading, how: 'on' | 'off'): Promise<void> {
  await sql`SELECT set_config('enable_sort', ${how}, true), set_config('enable_incremental_sort', ${how}, true)`.execute(
    reading,
  );
}
