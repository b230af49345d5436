import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Closing, ReconciliationOffice } from '#application/ports/reconciliation-store';
import type { Side } from '#domain/reconciliation/line';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

type ClosingSide = Pick<
  ReconciliationOffice,
  'listClosings' | 'findClosing' | 'addClosing' | 'decideClosing' | 'listCarried'
>;

/** Reconciled months and what they carry over. */
export function createClosingOffice(within: Kysely<Tables>): ClosingSide {
  return {
    listClosings: (statement) => selectClosings(within, sql`c.statement = ${statement}`),
    findClosing: async (id) => (await selectClosings(within, sql`c.id = ${id}`))[0],

    async addClosing({ carried, ...closing }, proposedBy, proposedAt) {
      const row = await within
        .insertInto('reconciliationClosing')
        .values({ ...closing, proposedBy, proposedAt })
        .returning('id')
        .executeTakeFirst();
      const { id } = present(row, 'the closing as it was just proposed');
      const rows = carried.map(({ side, line, proposal }) => {
        const { id: item, on: onDay, references: reference, ...rest } = line;
        return { closing: id, side, item, onDay, reference, ...rest, proposal };
      });
      await insertAll(rows, (part) => within.insertInto('reconciliationCarried').values(part).execute());
      return id;
    },

    async decideClosing({ id, proposedBy }, decision, decidedBy, decidedAt) {
      const row = await within
        .insertInto('reconciliationClosingDecision')
        .values({ closing: id, proposer: proposedBy, decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('closing').doNothing())
        .returning('closing')
        .executeTakeFirst();
      return row !== undefined;
    },

    async listCarried(closing) {
      const rows = await within
        .selectFrom('reconciliationCarried')
        .select(['side', 'item', 'onDay', 'amount', 'reference', 'counterparty', 'summary', 'takesBack'])
        .select('isOpening')
        .where('closing', '=', closing)
        .orderBy('onDay')
        .orderBy(sql`item COLLATE "C"`)
        .execute();
      const of = (side: Side) =>
        rows
          .filter((row) => row.side === side)
          .map(({ item, onDay, reference, amount, counterparty, summary, takesBack, isOpening }) => {
            const told = { amount, counterparty, summary, takesBack, isOpening };
            return { id: item, on: onDay, references: reference, ...told };
          });
      return { ours: of('ours'), theirs: of('theirs') };
    },
  };
}

async function selectClosings(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly Closing[]> {
  const { rows } = await sql<Closing>`
    SELECT c.id, c.statement, c.ours, c.theirs, c.adjusted, c.content_hash, c.proposed_by, c.proposed_at,
      d.decision, d.decided_by, d.decided_at
    FROM reconciliation_closing AS c LEFT JOIN reconciliation_closing_decision AS d ON d.closing = c.id
    WHERE ${condition} ORDER BY c.ordinal`.execute(within);
  return rows;
}
