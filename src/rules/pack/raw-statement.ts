import type { Bilingual } from '#kernel/bilingual';
import type { AccountClass } from '#rules/pack/raw-pack';

/** The subject of a statement: a pool, an adjustment fund, or the fund together with its pools (汇总). */
export type SubjectKind = 'pool' | 'fund' | 'group';

/** The months of a column, relative to the statement's month or year. */
export type SpanName =
  'period' | 'previous_month' | 'year_to_date' | 'previous_year_to_date' | 'year_start' | 'previous_year';

/** A statement's form as a closed table: which accounts make up which line, in which columns. */
export interface RawStatementForm {
  readonly id: string;
  /** Number of the official form; without it the form is our own. */
  readonly number?: string;
  readonly name: Bilingual;
  readonly cite: readonly string[];
  readonly of: readonly SubjectKind[];
  readonly book: 'cash' | 'obligation';
  /** `stock`: balances at a column's end; `flow`: movements within it, year-end closing left out. */
  readonly measure: 'stock' | 'flow';
  /**
   * `before_books`: balances taken over in the first month of the books stood before it, as 期初 and 年初. Without it they
   * move in that month, as in forms of earlier versions, which kept statements are drawn with again. `of_both_books` besides:
   * who took over balances in one book told all there was, so that in the other nothing stood where nothing was taken over.
   */
  readonly openings?: 'before_books' | 'of_both_books';
  /** Each account of these classes stands in exactly one line that counts. */
  readonly covers: readonly AccountClass[];
  /** Two lines that are equal because together they hold every account of the book, each once. */
  readonly balances?: readonly string[];
  readonly columns: Readonly<Record<'month' | 'year', readonly RawStatementColumn[]>>;
  readonly parts: readonly RawStatementPart[];
  readonly lines: readonly RawStatementLine[];
  readonly equations?: readonly RawStatementEquation[];
}

export interface RawStatementColumn {
  readonly span: SpanName;
  readonly name: Bilingual;
}

/** A column within each column: the pooled fund, personal accounts, what is eliminated, the total. */
export interface RawStatementPart {
  readonly id: string;
  readonly name: Bilingual;
  readonly of: SubjectKind;
  /** Both insurance types unless said. */
  readonly types?: readonly string[];
  /** Within a group: the members whose books it covers. */
  readonly members?: 'pool' | 'fund';
  readonly funds?: readonly string[];
  readonly sources?: readonly string[];
  /** `eliminated`: what members owe and pay each other, taken off; `total`: all parts together. */
  readonly role?: 'eliminated' | 'total';
}

/** A line is of accounts, or the sum of other lines. `within` (其中) tells of part of a line and counts in no sum. */
export interface RawStatementLine {
  readonly id: string;
  readonly name: Bilingual;
  readonly accounts?: readonly string[];
  readonly side?: 'debit' | 'credit';
  readonly sources?: readonly string[];
  readonly categories?: readonly string[];
  readonly parties?: readonly string[];
  /** Instead of the form's measure: what stood before the column began, or what stands at its end. */
  readonly at?: 'opening' | 'closing';
  readonly sum?: readonly string[];
  readonly less?: readonly string[];
  readonly within?: string;
}

/** A line that equals others, so that a faulty figure is found and named. */
export interface RawStatementEquation {
  readonly id: string;
  readonly name: Bilingual;
  readonly line: string;
  readonly plus: readonly string[];
  readonly less?: readonly string[];
}
