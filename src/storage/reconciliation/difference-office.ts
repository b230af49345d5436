import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DifferenceProposal, ReconciliationOffice } from '#application/ports/reconciliation-store';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';

type DifferenceSide = Pick<
  ReconciliationOffice,
  'listProposals' | 'findProposal' | 'addProposal' | 'decideProposal'
>;

/** What people said to open lines. */
export function createDifferenceOffice(within: Kysely<Tables>): DifferenceSide {
  return {
    listProposals: ({ pool, insuranceType, party, account }) =>
      selectProposals(
        within,
        sql`s.pool = ${pool} AND s.insurance_type = ${insuranceType} AND s.party = ${party} AND s.account = ${account}`,
      ),
    findProposal: async (id) => (await selectProposals(within, sql`p.id = ${id}`))[0],

    async addProposal(proposal, proposedBy, proposedAt) {
      const row = await within
        .insertInto('reconciliationProposal')
        .values({ ...proposal, proposedBy, proposedAt })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the proposal as it was just made').id;
    },

    async decideProposal({ id, proposedBy }, decision, decidedBy, decidedAt) {
      const row = await within
        .insertInto('reconciliationProposalDecision')
        .values({ proposal: id, proposer: proposedBy, decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('proposal').doNothing())
        .returning('proposal')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

async function selectProposals(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly DifferenceProposal[]> {
  const { rows } = await sql<DifferenceProposal>`
    SELECT p.id, p.statement, to_char(s.month, 'YYYY-MM') AS month, p.side, p.item, p.amount, p.kind, p.event, p.reason,
      p.proposed_by, p.proposed_at, d.decision, d.decided_by, d.decided_at
    FROM reconciliation_proposal AS p JOIN reconciliation_statement AS s ON s.id = p.statement
    LEFT JOIN reconciliation_proposal_decision AS d ON d.proposal = p.id
    WHERE ${condition} ORDER BY p.ordinal`.execute(within);
  return rows;
}
