import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Closing, ReconciliationOffice } from '#application/ports/reconciliation-store';
import type { Line, Side, Sides } from '#domain/reconciliation/line';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

type ClosingSide = Pick<
  ReconciliationOffice,
  | 'listClosings'
  | 'findClosing'
  | 'addClosing'
  | 'hasPartyPeople'
  | 'addConfirmation'
  | 'decideClosing'
  | 'listCarried'
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
        const { id: item, on: onDay, references: reference, carriedMonths: _, ...rest } = line;
        return { closing: id, side, item, onDay, reference, ...rest, proposal };
      });
      await insertAll(rows, (part) => within.insertInto('reconciliationCarried').values(part).execute());
      return id;
    },

    async hasPartyPeople({ place, department }) {
      const { rows } = await sql<{ has: boolean }>`
        SELECT party_reconciles(${place}, ${department}) AS has`.execute(within);
      return rows[0]?.has === true;
    },

    async addConfirmation({ id, proposedBy }, confirmedBy, confirmedAt) {
      await within
        .insertInto('reconciliationConfirmation')
        .values({ closing: id, proposer: proposedBy, confirmedBy, confirmedAt })
        .execute();
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

    listCarried: (closing) => selectCarried(within, closing),
  };
}

/** Lines as the next month begins with them: each with how many closed months of the account it has been open in. */
async function selectCarried(within: Kysely<Tables>, closing: string): Promise<Sides> {
  const { rows } = await sql<Line & { readonly side: Side }>`
    SELECT l.side, l.item AS id, l.on_day AS "on", l.amount, l.reference AS "references", l.counterparty, l.summary,
      l.takes_back, l.is_opening, (
        SELECT count(*)::int FROM reconciliation_carried AS k
        JOIN reconciliation_closing_decision AS d ON d.closing = k.closing AND d.decision = 'approved'
        JOIN reconciliation_closing AS c ON c.id = k.closing JOIN reconciliation_statement AS s ON s.id = c.statement
        WHERE k.item = l.item AND k.side = l.side
          AND (s.pool, s.insurance_type, s.party, s.account) = (o.pool, o.insurance_type, o.party, o.account)
      ) AS carried_months
    FROM reconciliation_carried AS l
    JOIN reconciliation_closing AS of_closing ON of_closing.id = l.closing
    JOIN reconciliation_statement AS o ON o.id = of_closing.statement
    WHERE l.closing = ${closing} ORDER BY l.on_day, l.item COLLATE "C"`.execute(within);
  const of = (wanted: Side): readonly Line[] =>
    rows.filter(({ side }) => side === wanted).map(({ side: _, ...line }) => line);
  return { ours: of('ours'), theirs: of('theirs') };
}

async function selectClosings(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly Closing[]> {
  const { rows } = await sql<Closing>`
    SELECT c.id, c.statement, c.ours, c.theirs, c.adjusted, c.content_hash, c.proposed_by, c.proposed_at,
      f.confirmed_by, f.confirmed_at, d.decision, d.decided_by, d.decided_at
    FROM reconciliation_closing AS c LEFT JOIN reconciliation_confirmation AS f ON f.closing = c.id
    LEFT JOIN reconciliation_closing_decision AS d ON d.closing = c.id
    WHERE ${condition} ORDER BY c.ordinal`.execute(within);
  return rows;
}
