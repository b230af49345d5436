import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  CorrectionPosting,
  DifferenceProposal,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import { present } from '#kernel/assert';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
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

    async addProposal({ posting, ...proposal }, proposedBy, proposedAt) {
      const row = await within
        .insertInto('reconciliationProposal')
        .values({
          ...proposal,
          posting: posting === null ? null : canonicalJson(posting as unknown as CanonicalValue),
          proposedBy,
          proposedAt,
        })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the proposal as it was just made').id;
    },

    async decideProposal({ id, proposedBy }, decision, decidedBy, decidedAt, event) {
      const row = await within
        .insertInto('reconciliationProposalDecision')
        .values({ proposal: id, proposer: proposedBy, decision, decidedBy, decidedAt, event })
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
  const { rows } = await sql<Omit<DifferenceProposal, 'posting'> & { readonly posting: string | null }>`
    SELECT p.id, p.statement, to_char(s.month, 'YYYY-MM') AS month, p.side, p.item, p.amount, p.kind,
      coalesce(p.event, d.event) AS event, p.posting, p.reason,
      p.proposed_by, p.proposed_at, d.decision, d.decided_by, d.decided_at
    FROM reconciliation_proposal AS p JOIN reconciliation_statement AS s ON s.id = p.statement
    LEFT JOIN reconciliation_proposal_decision AS d ON d.proposal = p.id
    WHERE ${condition} ORDER BY p.ordinal`.execute(within);
  return rows.map((row) => ({
    ...row,
    posting: row.posting === null ? null : (JSON.parse(row.posting) as CorrectionPosting),
  }));
}
