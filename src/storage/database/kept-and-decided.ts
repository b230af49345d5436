import type { Scope } from '#domain/identity/account';
import { collisionOf } from '#storage/database/collision';
import type { Database } from '#storage/database/connect';
import { transact } from '#storage/database/transact';

/** Records that one person draws up and another decides on: their table and that of the decisions. */
export interface KeptKind<Refused extends string> {
  readonly table: 'statement' | 'riskAssessment';
  readonly decisions: 'statementDecision' | 'riskAssessmentDecision';
  /** The column by which a decision names its record. */
  readonly of: 'statementId' | 'assessmentId';
  /** What the tables' own rules raise or the constraint that is broken, and what that refuses. */
  readonly refused: Readonly<Record<string, Refused>>;
}

/** Who decides on which record, and how. */
interface Deciding {
  readonly id: string;
  readonly madeBy: string;
  readonly decision: string;
  readonly note: string;
}

/**
 * Keeps a record in the name of who drew it up, for another to decide on; or says which of the tables' rules is against it.
 * What the kind does not name is a fault.
 */
export async function keepRecord<Refused extends string>(
  database: Database,
  scope: Scope,
  { table, refused }: KeptKind<Refused>,
  row: object,
  madeAt: string,
): Promise<{ readonly id: string } | { readonly refusal: Refused }> {
  try {
    const kept = await transact(database, scope, (within) =>
      within
        .insertInto(table)
        // The port's type holds the row to its table; Kysely cannot tell which of the two it is.
        .values({ ...row, madeBy: scope.userId, madeAt } as never)
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    return { id: kept.id };
  } catch (error) {
    const refusal = collisionOf(error, refused);
    if (refusal === undefined) throw error;
    return { refusal };
  }
}

/** Records what another person decided; false where it has been decided meanwhile. */
export function decideRecord(
  database: Database,
  scope: Scope,
  { decisions, of }: KeptKind<string>,
  { id, madeBy, decision, note }: Deciding,
  decidedAt: string,
): Promise<boolean> {
  return transact(database, scope, async (within) => {
    const row = { [of]: id, maker: madeBy, decision, note, decidedBy: scope.userId, decidedAt };
    const recorded = await within
      .insertInto(decisions)
      .values(row as never)
      .onConflict((conflict) => conflict.column(of as never).doNothing())
      .returning('maker')
      .executeTakeFirst();
    return recorded !== undefined;
  });
}
