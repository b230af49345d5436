import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  ImportedStatement,
  ReconciledAccount,
  ReconciliationOffice,
  WaitingDecision,
} from '#application/ports/reconciliation-store';
import { present } from '#kernel/assert';
import { firstDayOf } from '#kernel/month';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

type StatementSide = Pick<
  ReconciliationOffice,
  | 'hasFile'
  | 'addStatement'
  | 'listStatements'
  | 'listWaiting'
  | 'findStatement'
  | 'findHolding'
  | 'listLines'
>;

/** Statements of other parties with their lines. */
export function createStatementOffice(within: Kysely<Tables>): StatementSide {
  return {
    async hasFile({ pool, insuranceType, party, account }, fileHash) {
      const row = await within
        .selectFrom('reconciliationStatement')
        .select('id')
        .where('pool', '=', pool)
        .where('insuranceType', '=', insuranceType)
        .where('party', '=', party)
        .where('account', '=', account)
        .where('fileHash', '=', fileHash)
        .executeTakeFirst();
      return row !== undefined;
    },

    async addStatement({ month, ...statement }, lines, importedBy, importedAt) {
      const row = await within
        .insertInto('reconciliationStatement')
        .values({ ...statement, month: firstDayOf(month), importedBy, importedAt })
        .returning('id')
        .executeTakeFirst();
      const { id } = present(row, 'the statement as it was just imported');
      const rows = lines.map(({ line, on, amount, reference, counterparty, summary, balance }) => {
        return { statement: id, line, onDay: on, amount, reference, counterparty, summary, balance };
      });
      await insertAll(rows, (part) => within.insertInto('reconciliationLine').values(part).execute());
      return id;
    },

    listStatements: (account) =>
      selectStatements(within, account === undefined ? sql`true` : ofAccount(account)),
    listWaiting: () => selectWaiting(within),
    findStatement: async (id) => (await selectStatements(within, sql`s.id = ${id}`))[0],
    findHolding: async (account, month) => {
      const found = await selectStatements(
        within,
        sql`${ofAccount(account)} AND s.month = ${firstDayOf(month)}`,
      );
      return found.find(({ state }) => state !== 'replaced');
    },

    listLines: (statements) =>
      within
        .selectFrom('reconciliationLine')
        .select(['statement', 'line', 'onDay as on', 'amount', 'reference', 'counterparty', 'summary'])
        .where(sql<boolean>`statement = ANY (${statements})`)
        .orderBy('statement')
        .orderBy('line')
        .execute(),
  };
}

function ofAccount({ pool, insuranceType, party, account }: ReconciledAccount): RawBuilder<unknown> {
  return sql`s.pool = ${pool} AND s.insurance_type = ${insuranceType} AND s.party = ${party}
    AND s.account = ${account}`;
}

async function selectWaiting(within: Kysely<Tables>): Promise<readonly WaitingDecision[]> {
  const { rows } = await sql<Omit<WaitingDecision, 'statement'> & { readonly statement: string }>`
    SELECT 'difference' AS kind, p.id, p.statement, p.amount, p.reason, p.proposed_by, p.proposed_at
    FROM reconciliation_proposal AS p
    WHERE NOT EXISTS (SELECT FROM reconciliation_proposal_decision AS d WHERE d.proposal = p.id)
    UNION ALL
    SELECT CASE WHEN party_reconciles(s.place, s.department)
        AND NOT EXISTS (SELECT FROM reconciliation_confirmation AS f WHERE f.closing = c.id)
      THEN 'confirmation' ELSE 'closing' END, c.id, c.statement, c.adjusted, '', c.proposed_by, c.proposed_at
    FROM reconciliation_closing AS c JOIN reconciliation_statement AS s ON s.id = c.statement
    WHERE NOT EXISTS (SELECT FROM reconciliation_closing_decision AS d WHERE d.closing = c.id)
    ORDER BY proposed_at, id`.execute(within);
  const ids = [...new Set(rows.map(({ statement }) => statement))];
  const statements = await selectStatements(within, sql`s.id = ANY(${ids})`);
  const worked = new Map(
    statements
      .filter(({ state }) => state === 'open' || state === 'closing_proposed')
      .map((one) => [one.id, one]),
  );
  return rows.flatMap(({ statement: id, ...waiting }) => {
    const statement = worked.get(id);
    return statement === undefined ? [] : [{ ...waiting, statement }];
  });
}

async function selectStatements(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly ImportedStatement[]> {
  const { rows } = await sql<ImportedStatement>`
    SELECT s.id, s.place, s.department, s.party, s.pool, s.insurance_type, s.account, to_char(s.month, 'YYYY-MM') AS month,
      s.opening, s.closing, s.line_count, s.file_name, s.file_hash, s.profile, s.imported_by, s.imported_at,
      s.party <> 'bank' AND department_of(s.imported_by) IS NOT DISTINCT FROM s.department AS by_party,
      CASE WHEN EXISTS (SELECT FROM reconciliation_statement AS l WHERE l.ordinal > s.ordinal
          AND (l.pool, l.insurance_type, l.party, l.account, l.month) = (s.pool, s.insurance_type, s.party, s.account, s.month))
        THEN 'replaced'
        WHEN EXISTS (SELECT FROM reconciliation_closing AS c JOIN reconciliation_closing_decision AS d ON d.closing = c.id
          WHERE c.statement = s.id AND d.decision = 'approved') THEN 'reconciled'
        WHEN EXISTS (SELECT FROM reconciliation_closing AS c WHERE c.statement = s.id
          AND NOT EXISTS (SELECT FROM reconciliation_closing_decision AS d WHERE d.closing = c.id)) THEN 'closing_proposed'
        ELSE 'open' END AS state
    FROM reconciliation_statement AS s
    WHERE ${condition}
    ORDER BY s.month DESC, s.pool COLLATE "C", s.insurance_type, s.party, s.account, s.ordinal DESC`.execute(
    within,
  );
  return rows;
}
