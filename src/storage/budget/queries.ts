import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  Budget,
  BudgetPaper,
  BudgetRound,
  BudgetVersion,
  Consolidation,
  OpenPaper,
  VersionSteps,
} from '#application/ports/budget-store';
import { rowsOf } from '#storage/database/rows-of';
import type { Tables } from '#storage/database/tables';

type Within = Kysely<Tables>;

interface DoneRow {
  readonly madeBy: string;
  readonly madeAt: string;
}

const done = ({ madeBy, madeAt }: DoneRow): { readonly by: string; readonly at: string } => ({
  by: madeBy,
  at: madeAt,
});

export async function selectRounds(within: Within, id?: string): Promise<readonly BudgetRound[]> {
  const rows = await rowsOf<Omit<BudgetRound, 'opened'> & DoneRow>(
    within,
    sql`SELECT r.id, r.place, r.year, r.pack_id, r.pack_hash, r.made_by, r.made_at,
      a.consolidation_id AS adopted
    FROM budget_round AS r LEFT JOIN budget_adoption AS a ON a.round_id = r.id AND a.decision = 'adopted'
    WHERE ${id ?? null}::text IS NULL OR r.id = ${id ?? null}
    ORDER BY r.year DESC, r.place COLLATE "C"`,
  );
  return rows.map(({ madeBy, madeAt, ...round }) => ({ ...round, opened: done({ madeBy, madeAt }) }));
}

export function selectBudgets(within: Within, condition: RawBuilder<unknown>): Promise<readonly Budget[]> {
  return rowsOf<Budget>(
    within,
    sql`SELECT id, round_id, round_place, year, pool, kind, place, insurance_type
    FROM budget WHERE ${condition} ORDER BY pool COLLATE "C", insurance_type`,
  );
}

type StepsRow = Omit<VersionSteps, 'made' | 'submitted' | 'exception' | 'review' | 'reopened'> &
  DoneRow & {
    readonly submittedBy: string | null;
    readonly submittedAt: string;
    readonly exceptionBy: string | null;
    readonly exceptionAt: string;
    readonly exceptionReason: string;
    readonly document: string;
    readonly documentHash: string;
    readonly reviewedBy: string | null;
    readonly reviewedAt: string;
    readonly decision: 'accepted' | 'returned';
    readonly reviewReason: string;
    readonly reopenedBy: string | null;
    readonly reopenedAt: string;
    readonly reopenedReason: string;
  };

/** Of a version `v`: which it is, and what was done about it. */
const STEPS = sql`v.id, v.budget_id, v.number, v.needs_exception, v.made_by, v.made_at,
  s.made_by AS submitted_by, s.made_at AS submitted_at,
  e.made_by AS exception_by, e.made_at AS exception_at, e.reason AS exception_reason, e.document, e.document_hash,
  r.made_by AS reviewed_by, r.made_at AS reviewed_at, r.decision, r.reason AS review_reason,
  o.made_by AS reopened_by, o.made_at AS reopened_at, o.reason AS reopened_reason`;
const STEPS_OF = sql`LEFT JOIN budget_submission AS s ON s.version_id = v.id
  LEFT JOIN budget_exception AS e ON e.version_id = v.id
  LEFT JOIN budget_review AS r ON r.version_id = v.id
  LEFT JOIN budget_reopening AS o ON o.version_id = v.id`;

export async function selectVersions(
  within: Within,
  condition: RawBuilder<unknown>,
): Promise<readonly BudgetVersion[]> {
  const rows = await rowsOf<StepsRow & Pick<BudgetVersion, 'content' | 'contentHash'>>(
    within,
    sql`SELECT v.content, v.content_hash, ${STEPS} FROM budget_version AS v ${STEPS_OF}
    WHERE ${condition} ORDER BY v.budget_id, v.number`,
  );
  return rows.map((row) => ({ ...stepsOf(row), content: row.content, contentHash: row.contentHash }));
}

/** The latest version of each budget of some rounds. */
export async function selectLatestVersions(
  within: Within,
  roundIds: readonly string[],
): Promise<readonly VersionSteps[]> {
  const rows = await rowsOf<StepsRow>(
    within,
    sql`SELECT DISTINCT ON (v.budget_id) ${STEPS}
    FROM budget AS b JOIN budget_version AS v ON v.budget_id = b.id ${STEPS_OF}
    WHERE b.round_id = ANY(${roundIds}::text[]) ORDER BY v.budget_id, v.number DESC`,
  );
  return rows.map(stepsOf);
}

function stepsOf(row: StepsRow): VersionSteps {
  return {
    id: row.id,
    budgetId: row.budgetId,
    number: row.number,
    needsException: row.needsException,
    made: done(row),
    submitted: row.submittedBy === null ? null : { by: row.submittedBy, at: row.submittedAt },
    exception:
      row.exceptionBy === null
        ? null
        : {
            by: row.exceptionBy,
            at: row.exceptionAt,
            reason: row.exceptionReason,
            document: row.document,
            documentHash: row.documentHash,
          },
    review:
      row.reviewedBy === null
        ? null
        : { by: row.reviewedBy, at: row.reviewedAt, decision: row.decision, reason: row.reviewReason },
    reopened:
      row.reopenedBy === null ? null : { by: row.reopenedBy, at: row.reopenedAt, reason: row.reopenedReason },
  };
}

interface DecisionRow<Outcome> {
  readonly decidedBy: string | null;
  readonly decidedAt: string;
  readonly decision: Outcome;
  readonly decisionReason: string;
}

function decided<Outcome>(row: DecisionRow<Outcome>): {
  readonly by: string;
  readonly at: string;
  readonly decision: Outcome;
  readonly reason: string;
} | null {
  const { decidedBy: by, decidedAt: at, decision, decisionReason: reason } = row;
  return by === null ? null : { by, at, decision, reason };
}

export async function selectConsolidations(
  within: Within,
  roundId: string,
): Promise<readonly Consolidation[]> {
  const rows = await rowsOf<
    Omit<Consolidation, 'made' | 'decided'> & DoneRow & DecisionRow<'adopted' | 'returned'>
  >(
    within,
    sql`SELECT c.id, c.round_id, c.number, c.content, c.content_hash, c.made_by, c.made_at,
      a.made_by AS decided_by, a.made_at AS decided_at, a.decision, a.reason AS decision_reason
    FROM budget_consolidation AS c LEFT JOIN budget_adoption AS a ON a.consolidation_id = c.id
    WHERE c.round_id = ${roundId} ORDER BY c.number`,
  );
  return rows.map((row) => {
    const { id, number, content, contentHash } = row;
    return { id, roundId, number, content, contentHash, made: done(row), decided: decided(row) };
  });
}

/** The latest consolidation of each of some rounds, where nobody has decided it. */
export async function selectOpenConsolidations(
  within: Within,
  roundIds: readonly string[],
): Promise<readonly Pick<Consolidation, 'roundId' | 'number' | 'made'>[]> {
  const rows = await rowsOf<Pick<Consolidation, 'roundId' | 'number'> & DoneRow>(
    within,
    sql`SELECT c.round_id, c.number, c.made_by, c.made_at FROM (
      SELECT DISTINCT ON (round_id) id, round_id, number, made_by, made_at FROM budget_consolidation
      WHERE round_id = ANY(${roundIds}::text[]) ORDER BY round_id, number DESC
    ) AS c WHERE NOT EXISTS (SELECT FROM budget_adoption AS a WHERE a.consolidation_id = c.id)`,
  );
  return rows.map(({ roundId, number, ...row }) => ({ roundId, number, made: done(row) }));
}

/** Papers of the budgets of some rounds that nobody has decided. */
export async function selectOpenPapers(
  within: Within,
  roundIds: readonly string[],
): Promise<readonly OpenPaper[]> {
  const rows = await rowsOf<Omit<OpenPaper, 'made'> & DoneRow>(
    within,
    sql`SELECT p.id, p.budget_id, p.kind, p.number, p.reason, p.made_by, p.made_at
    FROM budget AS b JOIN budget_paper AS p ON p.budget_id = b.id
    WHERE b.round_id = ANY(${roundIds}::text[])
      AND NOT EXISTS (SELECT FROM budget_paper_decision AS d WHERE d.paper_id = p.id)
    ORDER BY p.made_at, p.id`,
  );
  return rows.map(({ madeBy, madeAt, ...paper }) => ({ ...paper, made: done({ madeBy, madeAt }) }));
}

export async function selectPapers(
  within: Within,
  condition: RawBuilder<unknown>,
): Promise<readonly BudgetPaper[]> {
  const rows = await rowsOf<
    Omit<BudgetPaper, 'made' | 'decided'> & DoneRow & DecisionRow<'approved' | 'refused'>
  >(
    within,
    sql`SELECT p.id, p.kind, p.budget_id, p.number, p.content, p.content_hash, p.reason, p.document, p.document_hash,
      p.made_by, p.made_at, d.made_by AS decided_by, d.made_at AS decided_at, d.decision,
      d.reason AS decision_reason
    FROM budget_paper AS p LEFT JOIN budget_paper_decision AS d ON d.paper_id = p.id
    WHERE ${condition} ORDER BY p.number`,
  );
  return rows.map((row) => {
    const { id, kind, budgetId, number, content, contentHash, reason, document, documentHash } = row;
    const text = { content, contentHash, reason, document, documentHash };
    return { id, kind, budgetId, number, ...text, made: done(row), decided: decided(row) };
  });
}
