import { partsOfLine, ruleOf, type YearLine } from '#domain/adjustment-year/year-line';
import { fen, ZERO_FEN, type Fen } from '#kernel/fen';

export type PostedPart = 'due' | 'paid' | 'internal';

/** An event of the ledger that a year posted for one of its lines. */
export interface PostedLine {
  readonly line: string;
  readonly part: PostedPart;
  readonly version: number;
  /** Number of the ledger's event. */
  readonly event: bigint;
  readonly amount: Fen;
}

/** What is to be posted for a line: the whole amount at first, later the difference, which cites the first event. */
export interface Movement {
  readonly line: string;
  readonly part: PostedPart;
  readonly amount: Fen;
  readonly clauses: readonly string[];
  readonly corrects?: bigint;
}

/** What a line has posted so far in one of its parts. */
export function postedAmount(posted: readonly PostedLine[], line: string, part: PostedPart): Fen {
  const own = posted.filter((one) => one.line === line && one.part === part);
  return fen(own.reduce((sum, { amount }) => sum + amount, 0n));
}

/**
 * What brings the books from what was posted to what the version decides: for lines that are owed when it is
 * approved (`due`), for those that only mark money with its first payment (`internal`). A line that the version no
 * longer has goes back to nil.
 */
export function differences(
  lines: readonly YearLine[],
  posted: readonly PostedLine[],
  part: 'due' | 'internal',
): readonly Movement[] {
  const gone = [...new Set(posted.map(({ line }) => line))]
    .filter((id) => !lines.some((line) => line.id === id))
    .map((id): YearLine => ({ id, amount: ZERO_FEN, clauses: [] }));
  return [...lines, ...gone]
    .filter(({ id }) => ruleOf(partsOfLine(id).kind)[part] !== undefined)
    .map(({ id, amount, clauses }) => ({
      line: id,
      part,
      amount: fen(amount - postedAmount(posted, id, part)),
      clauses,
      ...firstOf(posted, id, part),
    }))
    .filter(({ amount }) => amount !== ZERO_FEN);
}

/** What is owed on each line and not yet paid; below zero where too much was paid and goes back. */
export function openPayments(lines: readonly YearLine[], posted: readonly PostedLine[]): readonly Movement[] {
  const ids = [...new Set([...lines.map(({ id }) => id), ...posted.map(({ line }) => line)])];
  return ids
    .filter((id) => ruleOf(partsOfLine(id).kind).paid !== undefined)
    .map((id) => ({
      line: id,
      part: 'paid' as const,
      amount: fen(postedAmount(posted, id, 'due') - postedAmount(posted, id, 'paid')),
      clauses: lines.find((line) => line.id === id)?.clauses ?? [],
      ...firstOf(posted, id, 'paid'),
    }))
    .filter(({ amount }) => amount !== ZERO_FEN);
}

/** Only a difference below zero has to cite what it corrects; one of a later version does so either way. */
function firstOf(
  posted: readonly PostedLine[],
  line: string,
  part: PostedPart,
): { readonly corrects?: bigint } {
  const first = posted.find((one) => one.line === line && one.part === part);
  return first === undefined ? {} : { corrects: first.event };
}
