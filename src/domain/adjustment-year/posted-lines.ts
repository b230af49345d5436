import { partsOfLine, ruleOf, type LineKind, type YearLine } from '#domain/adjustment-year/year-line';
import { fen, ZERO_FEN, type Fen } from '#kernel/fen';

export type PostedPart = 'due' | 'paid' | 'internal';

/** The version of what moved within the year, before any version was decided. */
export const ADVANCE_VERSION = 0;

/** A ledger event that a year posted for one of its lines, or that moved money of the line ahead of it. */
export interface PostedLine {
  readonly line: string;
  readonly part: PostedPart;
  readonly version: number;
  /** Number of the ledger's event. */
  readonly event: bigint;
  readonly amount: Fen;
}

/** A movement to post on a line: first the whole amount, later differences that cite the first event. */
export interface Movement {
  readonly line: string;
  readonly part: PostedPart;
  readonly amount: Fen;
  readonly clauses: readonly string[];
  readonly corrects?: bigint;
  /** Number of the bank voucher of the payment, where known. */
  readonly voucher?: string;
}

/** Sums what a line has posted so far in one of its parts, in fen. */
export function postedAmount(posted: readonly PostedLine[], line: string, part: PostedPart): Fen {
  const own = posted.filter((one) => one.line === line && one.part === part);
  return fen(own.reduce((sum, { amount }) => sum + amount, 0n));
}

/**
 * Reckons the movements from what is posted to what the version decides: for lines owed on approval (`due`), and for
 * lines that mark money with the first payment (`internal`). A line that the version no longer has returns to zero.
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

/** Lists what is owed on each line and unpaid; negative where too much was paid and is to be repaid. */
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

/** Sums what a line moved within the year, ahead of its settlement, in fen (JH-4.7-a). */
export function advancedAmount(posted: readonly PostedLine[], line: string): Fen {
  const ahead = posted.filter((one) => one.line === line && one.version === ADVANCE_VERSION);
  return fen(ahead.reduce((sum, { amount }) => sum + amount, 0n));
}

/** Sums what pools owe the fund by the year's own postings and have not paid, in fen, by pool. */
export function owedToFund(posted: readonly PostedLine[]): ReadonlyMap<string, Fen> {
  const owed = new Map<string, Fen>();
  for (const { line, amount } of openPayments([], posted)) {
    const { kind, pool } = partsOfLine(line);
    if (OWED_TO_FUND.includes(kind)) owed.set(pool, fen((owed.get(pool) ?? 0n) + amount));
  }
  return owed;
}

/** Lines that a pool pays to the fund. */
const OWED_TO_FUND: readonly LineKind[] = ['levy', 'burden', 'recovery'];

/**
 * Finds the event that a movement cites: needed for a negative difference; given for any difference of a later version.
 */
function firstOf(
  posted: readonly PostedLine[],
  line: string,
  part: PostedPart,
): { readonly corrects?: bigint } {
  const first = posted.find((one) => one.line === line && one.part === part);
  return first === undefined ? {} : { corrects: first.event };
}
