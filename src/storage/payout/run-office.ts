import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PaymentRun, RunOffice } from '#application/ports/payout-store';
import type { PendingLine } from '#domain/payout/less-pending';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';
import { createAnswerOffice } from '#storage/payout/answer-office';
import { createRunEndOffice } from '#storage/payout/run-end-office';
import { createReturnedOffice } from '#storage/payout/returned-office';
import { insertAll } from '#storage/payout/insert-all';

/** Payment runs with their lines, and what became of them. */
export function createRunOffice(within: Kysely<Tables>): RunOffice {
  return {
    ...createAnswerOffice(within),
    ...createRunEndOffice(within),
    ...createReturnedOffice(within),
    listRuns: () => selectRuns(within, sql`true`),
    findRun: async (id) => (await selectRuns(within, sql`r.id = ${id}`))[0],

    async listPending({ pool, insuranceType }, but) {
      const { rows } = await sql<PendingLine>`
        SELECT r.id AS run, r.pays_on, r.purpose, r.category, l.counterparty, l.pooled, l.account
        FROM payment_run AS r JOIN payment_run_line AS l ON l.run = r.id
        LEFT JOIN payment_run_decision AS d ON d.run = r.id
        WHERE r.pool = ${pool} AND r.insurance_type = ${insuranceType} AND r.id <> ${but ?? ''}
          AND d.decision IS DISTINCT FROM 'rejected'
          AND NOT EXISTS (SELECT FROM payment_run_end AS s WHERE s.run = r.id)
          AND NOT payment_year_over(r.pool, r.insurance_type, r.pays_on)`.execute(within);
      return rows;
    },

    async addRun({ lines, pool, insuranceType, purpose, category, paysOn, payer }, { place, by, now }) {
      const row = await within
        .insertInto('paymentRun')
        .values({
          place,
          pool,
          insuranceType,
          purpose,
          category,
          paysOn,
          payer,
          lineCount: lines.length,
          total: lines.reduce((sum, { pooled, account }) => sum + pooled + account, 0n),
          proposedBy: by,
          proposedAt: now,
        })
        .returning('id')
        .executeTakeFirst();
      const { id } = present(row, 'the run as it was just proposed');
      const rows = lines.map(({ counterparty, pooled, account, payee }, index) => {
        return { run: id, line: index + 1, counterparty, pooled, account, payee };
      });
      await insertAll(rows, (part) => within.insertInto('paymentRunLine').values(part).execute());
      return id;
    },
  };
}

async function selectRuns(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly PaymentRun[]> {
  const { rows } = await sql<PaymentRun>`
    SELECT r.id, r.place, r.pool, r.insurance_type, r.purpose, r.category, r.pays_on, r.payer, r.line_count, r.total,
      r.proposed_by, r.proposed_at, d.decision, d.decided_by, d.decided_at, s.file_hash,
      CASE s.outcome WHEN 'sent' THEN s.ended_by END AS sent_by, CASE s.outcome WHEN 'sent' THEN s.ended_at END AS sent_at,
      CASE s.outcome WHEN 'withdrawn' THEN s.reason END AS withdrawn_for,
      CASE WHEN s.outcome = 'withdrawn' THEN 'withdrawn'
        WHEN s.run IS NULL AND d.decision IS DISTINCT FROM 'rejected'
          AND payment_year_over(r.pool, r.insurance_type, r.pays_on) THEN 'lapsed' END AS ended,
      a.answered_count - a.rejected_count AS paid_count, a.rejected_count
    FROM payment_run AS r LEFT JOIN payment_run_decision AS d ON d.run = r.id AND d.decision <> 'withdrawn'
    LEFT JOIN payment_run_end AS s ON s.run = r.id
    CROSS JOIN LATERAL (SELECT count(DISTINCT line)::integer AS answered_count,
      count(*) FILTER (WHERE outcome = 'rejected')::integer AS rejected_count FROM bank_answer_line WHERE run = r.id) AS a
    WHERE ${condition} ORDER BY r.ordinal DESC`.execute(within);
  return rows;
}
