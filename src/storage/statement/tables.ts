import type { ColumnType, Generated } from 'kysely';
import type { NewStatement } from '#application/ports/statement-store';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

/** Statements and what was decided on them. */
export interface StatementTables {
  readonly statement: Immutable<NewStatement & { madeBy: string; madeAt: string }> & {
    readonly id: Generated<string>;
  };
  readonly statementDecision: Immutable<{
    statementId: string;
    maker: string;
    decision: 'published' | 'rejected';
    note: string;
    decidedBy: string;
    decidedAt: string;
  }>;
}
