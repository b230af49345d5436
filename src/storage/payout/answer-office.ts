import { sql, type Kysely } from 'kysely';
import type { PaymentRunLine, RunOffice } from '#application/ports/payout-store';
import type { VoucherUse } from '#domain/fund/event-refusals';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

/** What was sent to banks and what they answered. */
export function createAnswerOffice(
  within: Kysely<Tables>,
): Pick<RunOffice, 'listRunLines' | 'listPaymentVouchers' | 'hasAnswer' | 'recordAnswer'> {
  return {
    async listRunLines(run) {
      const { rows } = await sql<PaymentRunLine>`
        SELECT l.line, l.counterparty, l.pooled, l.account, l.payee, b.holder, b.bank, b.number, p.event,
          coalesce(a.answers, '[]') AS answers, a.reason
        FROM payment_run_line AS l LEFT JOIN bank_account AS b ON b.id = l.payee
        LEFT JOIN payment_posting AS p ON p.run = l.run AND p.line = l.line AND p.step = 'sent'
        LEFT JOIN (SELECT line, max(reason) FILTER (WHERE outcome = 'rejected') AS reason,
            jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'on', said_on, 'reference', reference)
              ORDER BY outcome) AS answers
          FROM bank_answer_line WHERE run = ${run} GROUP BY line) AS a ON a.line = l.line
        WHERE l.run = ${run} ORDER BY l.line`.execute(within);
      return rows;
    },

    async listPaymentVouchers({ pool, insuranceType }, vouchers) {
      if (vouchers.length === 0) return [];
      const { rows } = await sql<VoucherUse>`
        SELECT v.voucher, '1004' AS account, u.event, u.key, u.effective_on, u.run
        FROM unnest(${vouchers}::text[]) AS v (voucher)
        CROSS JOIN LATERAL voucher_uses(${pool}, ${insuranceType}, '1004', v.voucher) AS u`.execute(within);
      return rows;
    },

    async hasAnswer(run, fileHash) {
      const row = await within
        .selectFrom('bankAnswer')
        .select('run')
        .where('run', '=', run)
        .where('fileHash', '=', fileHash)
        .executeTakeFirst();
      return row !== undefined;
    },

    async recordAnswer(run, { hash: fileHash, name: fileName }, said, events, importedBy, importedAt) {
      await within
        .insertInto('bankAnswer')
        .values({ run, fileHash, fileName, importedBy, importedAt })
        .execute();
      const rows = said.map(({ line, outcome, reason, on, reference }) => {
        return { run, line, outcome, fileHash, reason, saidOn: on, reference };
      });
      await insertAll(rows, (part) => within.insertInto('bankAnswerLine').values(part).execute());
      const rejected = said.filter(({ outcome }) => outcome === 'rejected');
      const postings = events.flatMap((event, index) => {
        const line = rejected[index]?.line;
        return line === undefined ? [] : [{ run, line, step: 'sent_back' as const, event }];
      });
      await insertAll(postings, (part) => within.insertInto('paymentPosting').values(part).execute());
    },
  };
}
