import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { InterestNotice, InterestOffice } from '#application/ports/payout-store';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

/** Notices of interest with their shares, decisions and postings. */
export function createInterestOffice(within: Kysely<Tables>): InterestOffice {
  return {
    listNotices: () => selectNotices(within, sql`true`),
    findNotice: async (id) => (await selectNotices(within, sql`i.id = ${id}`))[0],

    async addNotice(details, { place, by, now }) {
      const row = await within
        .insertInto('interestNotice')
        .values({ ...details, place, proposedBy: by, proposedAt: now })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the notice as it was just entered').id;
    },

    async decideNotice({ id, proposedBy }, decision, reason, events, decidedBy, decidedAt) {
      const row = await within
        .insertInto('interestNoticeDecision')
        .values({ notice: id, proposer: proposedBy, decision, reason, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('notice').doNothing())
        .returning('notice')
        .executeTakeFirst();
      if (row === undefined) return false;
      const rows = events.map((event) => ({ notice: id, decision: 'approved' as const, event }));
      await insertAll(rows, (part) => within.insertInto('interestPosting').values(part).execute());
      return true;
    },
  };
}

async function selectNotices(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly InterestNotice[]> {
  const { rows } = await sql<Omit<InterestNotice, 'events'> & { readonly events: readonly string[] }>`
    SELECT i.id, i.place, i.pool, o.kind, i.insurance_type, i.role, i.from_day, i.to_day, i.credited_on, i.rate, i.days_of_year,
      i.reference, i.amount, i.expected, i.pooled, i.account, i.unsplit, i.proposed_by, i.proposed_at,
      d.decision, d.decided_by, d.decided_at, coalesce(d.reason, '') AS reason,
      ARRAY(SELECT p.event::text FROM interest_posting AS p WHERE p.notice = i.id ORDER BY p.event) AS events
    FROM interest_notice AS i JOIN pool AS o ON o.id = i.pool LEFT JOIN interest_notice_decision AS d ON d.notice = i.id
    WHERE ${condition} ORDER BY i.ordinal DESC`.execute(within);
  return rows.map((row) => ({ ...row, events: row.events.map(BigInt) }));
}
