import { present } from '#kernel/assert';
import { addMonths, type Month } from '#kernel/month';
import { monthsOf, spanOf, type Span, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject, Turnover } from '#domain/statement/turnover';
import type {
  RawStatementForm,
  RawStatementLine,
  RawStatementPart,
  SpanName,
} from '#rules/pack/raw-statement';

/** A cell of a form: a line, a column, and the part of that column. */
export interface CellKey {
  readonly line: string;
  readonly column: SpanName;
  readonly part: string;
}

/** One set of entries that make up a cell, and its sign; null in a member means any. */
export interface CellTerm {
  /** −1 where the entries are subtracted. */
  readonly sign: 1 | -1;
  /** The positive direction: debit less credit, or credit less debit. */
  readonly side: 'debit' | 'credit';
  readonly book: 'cash' | 'obligation';
  readonly pools: readonly string[];
  readonly accounts: readonly string[];
  readonly funds: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly categories: readonly string[] | null;
  /** Kinds of counterparty. */
  readonly parties: readonly string[] | null;
  /** Only entries with one of these pools as the other side: an elimination. */
  readonly withPools: readonly string[] | null;
  /** First month; null for the beginning of the books. */
  readonly from: Month | null;
  readonly to: Month;
  /**
   * Treatment of balances taken over: counted whatever their month if the books began by this month; not counted
   * (`none`); or counted like other entries (`as_posted`).
   */
  readonly openings: Month | 'none' | 'as_posted';
  /** Whether entries of the year-end closing count. */
  readonly withClosing: boolean;
}

/** Lists the parts that a form shows for a subject, in order. */
export function partsFor(
  { parts }: RawStatementForm,
  { kind, insuranceType }: Pick<StatementSubject, 'kind' | 'insuranceType'>,
): readonly RawStatementPart[] {
  return parts.filter(
    ({ of, types }) => of === kind && (types === undefined || types.includes(insuranceType)),
  );
}

/** Resolves a line to its lines of accounts, each with its sign. */
export function leavesOf(
  form: RawStatementForm,
  id: string,
): readonly { readonly sign: 1 | -1; readonly line: RawStatementLine }[] {
  const line = present(
    form.lines.find((one) => one.id === id),
    `the line ${id} of ${form.id}`,
  );
  if (line.accounts !== undefined) return [{ sign: 1, line }];
  return [
    ...(line.sum ?? []).flatMap((part) => leavesOf(form, part)),
    ...(line.less ?? []).flatMap((part) =>
      leavesOf(form, part).map(({ sign, line: leaf }) => ({
        sign: sign === 1 ? (-1 as const) : (1 as const),
        line: leaf,
      })),
    ),
  ];
}

/** Lists the terms that find the entries of a cell; the sum of the entries is the cell's amount. */
export function cellTerms(
  form: RawStatementForm,
  subject: StatementSubject,
  period: StatementPeriod,
  { line, column, part }: CellKey,
): readonly CellTerm[] {
  const parts = partsFor(form, subject);
  const asked = present(
    parts.find(({ id }) => id === part),
    `the part ${part} of ${form.id}`,
  );
  const own = asked.role === 'total' ? parts.filter(({ role }) => role !== 'total') : [asked];
  const span = spanOf(column, period);
  return own.flatMap((one) =>
    leavesOf(form, line).map(({ sign, line: leaf }) => ({
      ...termOf(form, subject, one, leaf, sign),
      ...monthsAt(form, leaf, span, period),
    })),
  );
}

function termOf(
  form: RawStatementForm,
  { members }: StatementSubject,
  part: RawStatementPart,
  leaf: RawStatementLine,
  sign: 1 | -1,
): Omit<CellTerm, keyof TermMonths> {
  const isEliminated = part.role === 'eliminated';
  const pools = members.filter(({ kind }) => part.members === undefined || kind === part.members);
  return {
    sign: isEliminated ? (sign === 1 ? -1 : 1) : sign,
    side: present(leaf.side, `the side of ${leaf.id}`),
    book: form.book,
    pools: pools.map(({ id }) => id),
    accounts: leaf.accounts ?? [],
    funds: part.funds ?? null,
    sources: meet(part.sources, leaf.sources),
    categories: leaf.categories ?? null,
    parties: leaf.parties ?? null,
    withPools: isEliminated ? members.map(({ id }) => id) : null,
  };
}

type TermMonths = Pick<CellTerm, 'from' | 'to' | 'openings' | 'withClosing'>;

function monthsAt(
  form: RawStatementForm,
  leaf: RawStatementLine,
  span: Span,
  period: StatementPeriod,
): TermMonths {
  const at = leaf.at ?? (form.measure === 'stock' ? 'closing' : 'flow');
  const { from, to } = span;
  const openings = (through: TermMonths['openings']): TermMonths['openings'] =>
    form.openings === undefined ? 'as_posted' : through;
  if (at === 'flow') return { from, to, openings: openings('none'), withClosing: false };
  return {
    from: null,
    to: at === 'closing' ? to : addMonths(from, -1),
    openings: openings(form.measure === 'stock' ? openingsThrough(span, period) : to),
    withClosing: true,
  };
}

/**
 * Reckons the last month in which books may begin so that a column's end shows their balances: the column's last month;
 * for a column that ends before the period does, the month after it, whose opening balances were held at that end.
 */
export function openingsThrough({ to }: Span, period: StatementPeriod): Month {
  return to < monthsOf(period).to ? addMonths(to, 1) : to;
}

/** Intersects two lists; undefined allows everything. */
function meet(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | null {
  if (one === undefined) return other ?? null;
  return other === undefined ? one : one.filter((name) => other.includes(name));
}

/** Whether a term covers the entries that a turnover adds up. */
export function finds(term: CellTerm, row: Turnover): boolean {
  const allows = (names: readonly string[] | null, name: string | null): boolean =>
    names === null || (name !== null && names.includes(name));
  return (
    row.book === term.book &&
    term.accounts.includes(row.account) &&
    term.pools.includes(row.pool) &&
    isInMonths(term, row) &&
    (term.withClosing || !row.isClosing) &&
    allows(term.funds, row.fund) &&
    allows(term.sources, row.source) &&
    allows(term.categories, row.category) &&
    allows(term.parties, partyKind(row.party)) &&
    (term.withPools === null || term.withPools.some((pool) => row.party === `pool:${pool}`))
  );
}

function isInMonths({ from, to, openings }: CellTerm, { month, isOpening }: Turnover): boolean {
  if (!isOpening || openings === 'as_posted') return (from === null || month >= from) && month <= to;
  return openings !== 'none' && month <= openings;
}

/** Reads the kind of a counterparty, before the colon. */
function partyKind(party: string | null): string | null {
  return party?.split(':')[0] ?? null;
}

/** Reckons what entries covered by a term add to the cell, in fen. */
export function effectOf(
  { sign, side }: CellTerm,
  { debit, credit }: { readonly debit: bigint; readonly credit: bigint },
): bigint {
  const net = side === 'debit' ? debit - credit : credit - debit;
  return sign === 1 ? net : -net;
}
