import { sql } from 'kysely';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

const MOST_EXAMPLES = 5;

/**
 * Payment runs against the ledger, reckoned from rows alone: each line that was sent cleared what it says, what came
 * back was taken back whole, a run's total is the sum of what was cleared for it, and no event that pays for a run lacks
 * its line. Looked at are lines, runs and every event of a template that pays.
 */
export async function checkPaymentRuns(reading: Reading): Promise<LedgerCheck> {
  const outcome = await sql<Pick<LedgerCheck, 'checked' | 'wrong'> & { examples: readonly string[] | null }>`
    WITH sent AS (
      SELECT p.run, p.line, p.step, r.total, l.pooled, l.account,
        e.refusal IS NULL AND e.pool = r.pool AND e.insurance_type = r.insurance_type AS is_own,
        sum(n.debit - n.credit) FILTER (WHERE n.fund = 'pooled') AS cleared_pooled,
        sum(n.debit - n.credit) FILTER (WHERE n.fund = 'account') AS cleared_account
      FROM payment_posting AS p JOIN payment_run_line AS l USING (run, line) JOIN payment_run AS r ON r.id = p.run
      LEFT JOIN ledger_event AS e ON e.number = p.event
      LEFT JOIN ledger_entry AS n ON n.event = p.event AND n.counterparty = l.counterparty
        AND n.account = CASE WHEN r.purpose = 'prepayment' THEN 'advance' ELSE 'payable' END
      GROUP BY p.run, p.line, p.step, r.total, l.pooled, l.account, e.number, r.pool, r.insurance_type
    ), looked_at AS (
      SELECT 'run ' || run || ' line ' || line || ' ' || step AS name, is_own IS NOT true
          OR coalesce(cleared_pooled, 0) <> CASE step WHEN 'sent' THEN pooled ELSE -pooled END
          OR coalesce(cleared_account, 0) <> CASE step WHEN 'sent' THEN account ELSE -account END AS wrong
      FROM sent
      UNION ALL
      SELECT 'run ' || d.run, r.total IS DISTINCT FROM (
          SELECT sum(coalesce(s.cleared_pooled, 0) + coalesce(s.cleared_account, 0)) FROM sent AS s
          WHERE s.run = d.run AND s.step = 'sent')
        OR r.total <> (SELECT sum(l.pooled + l.account) FROM payment_run_line AS l WHERE l.run = d.run)
        OR NOT EXISTS (SELECT FROM payment_run_decision AS a WHERE a.run = d.run AND a.decision = 'approved'
          AND a.decided_by <> r.proposed_by)
      FROM payment_run_end AS d LEFT JOIN payment_run AS r ON r.id = d.run WHERE d.outcome = 'sent'
      UNION ALL
      SELECT 'event ' || e.number, e.key LIKE 'payment\\_run %'
        AND NOT EXISTS (SELECT FROM payment_posting AS p WHERE p.event = e.number)
      FROM ledger_event AS e WHERE e.refusal IS NULL AND e.template IN ('benefit_paid', 'large_expense_premium_paid',
        'refund_paid', 'transfer_out_paid', 'institution_prepaid', 'prepayment_set_off', 'payment_repeated', 'payment_rejected')
    )
    SELECT count(*) AS checked, count(*) FILTER (WHERE wrong IS NOT false) AS wrong,
      (array_agg(name) FILTER (WHERE wrong IS NOT false))[1:${sql.lit(MOST_EXAMPLES)}] AS examples
    FROM looked_at`.execute(reading);
  const { checked = 0n, wrong = 0n, examples = null } = outcome.rows[0] ?? {};
  return {
    name: 'payment_runs',
    title: {
      zh: '支付批次与其在账上清偿的相等',
      en: 'payment runs equal what the ledger cleared for them',
    },
    checked,
    wrong,
    unproved: 0n,
    examples: examples ?? [],
  };
}
