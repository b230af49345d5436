import { sql, type Kysely } from 'kysely';
import type {
  KeptStatement,
  StatementBooks,
  StatementKey,
  StatementStore,
} from '#application/ports/statement-store';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { decideRecord, keepRecord, type KeptKind } from '#storage/database/kept-and-decided';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';
import { countWithheldEntries, readCellEntries, readTurnovers } from '#storage/statement/read-turnovers';

/** A statement may come too early, or another may have come before it. */
const STATEMENTS: KeptKind<'month_open' | 'undecided' | 'changed_meanwhile'> = {
  table: 'statement',
  decisions: 'statementDecision',
  of: 'statementId',
  refused: {
    statement_month_open: 'month_open',
    statement_undecided: 'undecided',
    statement_version: 'changed_meanwhile',
    statement_version_wrong: 'changed_meanwhile',
    statement_correction_wrong: 'changed_meanwhile',
  },
};

/** The port on PostgreSQL; row security leaves out what lies outside of the scope. */
export function createStatementStore(database: Database): StatementStore {
  return {
    listBooks: (scope, pools, insuranceType) =>
      inScope(database, scope, async (within) => {
        const { rows } = await sql<StatementBooks>`
          SELECT s.pool, to_char(s.first_month, 'YYYY-MM') AS first_month,
            (SELECT to_char(max(m.month), 'YYYY-MM') FROM ledger_month AS m
             WHERE m.pool = s.pool AND m.insurance_type = s.insurance_type) AS closed_through
          FROM ledger_account_set AS s
          WHERE s.pool = ANY(${pools}) AND s.insurance_type = ${insuranceType} ORDER BY s.pool COLLATE "C"`.execute(
          within,
        );
        return rows;
      }),

    readHead: (scope) =>
      inScope(database, scope, async (within) => {
        const { rows } = await sql<{ head: bigint }>`
          SELECT coalesce(max(number), 0) AS head FROM book_event`.execute(within);
        return present(rows[0], 'the head').head;
      }),

    listTurnovers: (scope, query) => inScope(database, scope, (within) => readTurnovers(within, query)),
    listEntries: (scope, query) => inScope(database, scope, (within) => readCellEntries(within, query)),
    countWithheld: (scope, query) =>
      inScope(database, scope, (within) => countWithheldEntries(within, query)),

    keep: (scope, statement, now) => keepRecord(database, scope, STATEMENTS, statement, now),
    decide: (scope, { id, madeBy }, decision, note, now) =>
      decideRecord(database, scope, STATEMENTS, { id, madeBy, decision, note }, now),

    find: (scope, id) =>
      inScope(database, scope, (within) =>
        selectStatements(within)
          .select('statement.content')
          .where('statement.id', '=', id)
          .executeTakeFirst(),
      ),

    list: (scope, key) => listStatements(database, scope, key),
  };
}

function listStatements(
  database: Database,
  scope: Scope,
  key: Partial<StatementKey> = {},
): Promise<readonly KeptStatement[]> {
  return inScope(database, scope, (within) => {
    let query = selectStatements(within);
    for (const name of ['subjectKind', 'subject', 'insuranceType', 'period'] as const) {
      const value = key[name];
      if (value !== undefined) query = query.where(`statement.${name}`, '=', value as never);
    }
    return query
      .orderBy('statement.period', 'desc')
      .orderBy(sql`statement.subject COLLATE "C"`)
      .orderBy('statement.subjectKind')
      .orderBy('statement.insuranceType')
      .orderBy('statement.version', 'desc')
      .execute();
  });
}

/* The query's type is long and follows from its columns; callers check it against the port. */
function selectStatements(within: Kysely<Tables>) {
  return within
    .selectFrom('statement')
    .leftJoin('statementDecision', 'statementDecision.statementId', 'statement.id')
    .select([
      'statement.id',
      'statement.place',
      'statement.subjectKind',
      'statement.subject',
      'statement.insuranceType',
      'statement.period',
      'statement.version',
      'statement.corrects',
      'statement.reason',
      'statement.books',
      'statement.head',
      'statement.packHash',
      'statement.contentHash',
      'statement.madeBy',
      'statement.madeAt',
      'statementDecision.decidedBy',
      'statementDecision.decidedAt',
      'statementDecision.note',
    ])
    .select(sql<KeptStatement['state']>`coalesce(statement_decision.decision, 'proposed')`.as('state'))
    .select(
      sql<
        string | null
      >`(SELECT later.id FROM statement AS later JOIN statement_decision AS d ON d.statement_id = later.id
        WHERE later.corrects = statement.id AND d.decision = 'published')`.as('correctedBy'),
    );
}
