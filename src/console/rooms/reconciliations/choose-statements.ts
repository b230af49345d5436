import type { BooksOf } from '#console/api/ledger-queries.ts';
import type { OtherStatement } from '#console/api/reconciliation-queries.ts';

/** Which statements to show; what is not named is not asked about. */
export interface StatementChoice {
  readonly books?: BooksOf | undefined;
  readonly state?: OtherStatement['state'] | undefined;
}

/** Those that were asked for, in the order in which they came. */
export function chooseStatements<Statement extends BooksOf & Pick<OtherStatement, 'state'>>(
  statements: readonly Statement[],
  { books, state }: StatementChoice,
): readonly Statement[] {
  return statements.filter(
    (one) =>
      (books === undefined || (one.pool === books.pool && one.insuranceType === books.insuranceType)) &&
      (state === undefined || one.state === state),
  );
}
