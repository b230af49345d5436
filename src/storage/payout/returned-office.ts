import { sql, type Kysely } from 'kysely';
import type { RunOffice } from '#application/ports/payout-store';
import type { ReturnedLine } from '#domain/payout/pair-returned';
import type { Tables } from '#storage/database/tables';

/** Payments that banks sent back, and those that pay them again. */
export function createReturnedOffice(
  within: Kysely<Tables>,
): Pick<RunOffice, 'listReturned' | 'listRepeats'> {
  return {
    async listReturned({ pool, insuranceType }) {
      const { rows } = await sql<ReturnedLine>`
        SELECT l.run, l.line, l.counterparty, l.pooled, l.account
        FROM payment_posting AS p JOIN payment_run_line AS l ON l.run = p.run AND l.line = p.line
        JOIN payment_run AS r ON r.id = l.run
        WHERE r.pool = ${pool} AND r.insurance_type = ${insuranceType} AND p.step = 'sent_back'
          AND r.purpose <> 'prepayment'
        ORDER BY p.event`.execute(within);
      return rows;
    },

    async listRepeats({ pool, insuranceType }) {
      const { rows } = await sql<ReturnedLine>`
        SELECT l.run, l.line, l.counterparty, l.pooled, l.account
        FROM payment_run AS r JOIN payment_run_line AS l ON l.run = r.id
        LEFT JOIN payment_run_decision AS d ON d.run = r.id
        LEFT JOIN payment_run_end AS s ON s.run = r.id
        WHERE r.pool = ${pool} AND r.insurance_type = ${insuranceType} AND r.purpose = 'returned'
          AND coalesce(d.decision, '') NOT IN ('rejected', 'withdrawn') AND coalesce(s.outcome, '') <> 'withdrawn'
          AND (s.run IS NOT NULL OR NOT payment_year_over(r.pool, r.insurance_type, r.pays_on))
        ORDER BY r.ordinal, l.line`.execute(within);
      return rows;
    },
  };
}
