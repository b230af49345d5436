import { assert } from '#kernel/assert';
import { sumFen, ZERO_FEN, type Fen } from '#kernel/fen';

/** The journal templates by which a kind of line moves money. */
interface LineRule {
  /** Template of the obligation, posted when the year is approved. */
  readonly due?: string;
  /** Template of the payment, in parts if need be; for a treasury's share, of its receipt. */
  readonly paid?: string;
  /** Template that marks money within the pool's own books, posted with the first payment. */
  readonly internal?: string;
  /** The template's key of the amount. */
  readonly amount: string;
  /** The books in which the event is posted; the other side is the pool or the fund. */
  readonly own: 'pool' | 'fund';
}

export const LINE_RULES = {
  levy: { due: 'levy_due', paid: 'levy_paid', amount: 'levy', own: 'pool' },
  burden: { due: 'levy_due', paid: 'levy_paid', amount: 'levy', own: 'pool' },
  recovery: {
    due: 'recovery_remittance_due',
    paid: 'recovery_remitted',
    amount: 'recovery',
    own: 'pool',
  },
  allocation: { due: 'allocation_decided', paid: 'allocation_paid', amount: 'allocation', own: 'fund' },
  treasury: { due: 'subsidy_due', paid: 'subsidy_received', amount: 'pooled', own: 'pool' },
  reserve: { internal: 'risk_reserve_set_aside', amount: 'reserve', own: 'fund' },
  release: { internal: 'risk_reserve_released', amount: 'reserve', own: 'fund' },
  legacy: { internal: 'pre_pooling_used', amount: 'pooled', own: 'pool' },
} as const satisfies Readonly<Record<string, LineRule>>;

/** The stage of an allocation by which a fund pays a pool's whole spending. */
export const FULL_POOLING = 'full_pooling';

/** Bearers that are a treasury: their share is a receivable from it. */
const BY_TREASURY = ['local_treasury', 'subsidy'];

export type LineKind = keyof typeof LINE_RULES;

/** One amount that a year's run decides; its id is the same in every version, such as `levy/east`. */
export interface YearLine {
  readonly id: string;
  readonly amount: Fen;
  /** Clauses of the run's figure. */
  readonly clauses: readonly string[];
}

/** The parts of a line's id: its kind, the stage, bearer or cause where it has one, and its pool. */
export interface LineParts {
  readonly kind: LineKind;
  readonly detail: string;
  /** Empty for what is of the fund alone. */
  readonly pool: string;
}

/** Whether a text begins with the kind of a line, as ids of lines do. */
export function isLine(id: string): boolean {
  return Object.hasOwn(LINE_RULES, id.split('/')[0] ?? '');
}

export function partsOfLine(id: string): LineParts {
  const [kind = '', ...rest] = id.split('/');
  assert(isLine(id), `${id} is a line`);
  const isOfFund = kind === 'reserve' || kind === 'release';
  const pool = isOfFund ? '' : (rest.at(-1) ?? '');
  return { kind: kind as LineKind, detail: (isOfFund ? rest : rest.slice(0, -1)).join('/'), pool };
}

/**
 * The line on which the pool receives the treasury's share that a burden remits: a county treasury first pays its share to
 * the pool, and only then is it remitted to the fund (JH-4.7-d). Undefined where the pool already holds the money.
 */
export function treasuryLineOf(id: string): string | undefined {
  const { kind, detail, pool } = partsOfLine(id);
  return kind === 'burden' && BY_TREASURY.includes(detail) ? `treasury/${detail}/${pool}` : undefined;
}

/** The kinds of money moved within a year of full pooling, ahead of its settlement: revenue up, spending down (JH-4.7-a). */
export const ADVANCE_KINDS = ['remittance', 'funding'] as const;

export type AdvanceKind = (typeof ADVANCE_KINDS)[number];

/** Names the line of the year that takes a pool's remittance or funding into account. */
export function advanceLine(kind: AdvanceKind, pool: string): string {
  return kind === 'remittance' ? `levy/${pool}` : `allocation/${FULL_POOLING}/${pool}`;
}

export function ruleOf(kind: LineKind): LineRule {
  return LINE_RULES[kind];
}

/** The decisions of a run that move money; amounts in fen. */
export interface YearOutcome {
  readonly levies: readonly {
    readonly pool: string;
    readonly amount: Fen;
    readonly cite: readonly string[];
  }[];
  readonly allocations: readonly {
    readonly stage: string;
    readonly pool: string;
    readonly amount: Fen;
    readonly cite: readonly string[];
  }[];
  readonly burdens: readonly {
    readonly pool: string;
    readonly bearer: string;
    readonly amount: Fen;
    readonly cite: readonly string[];
  }[];
  readonly recoveries: readonly {
    readonly pool: string;
    readonly amount: Fen;
    readonly cite: readonly string[];
  }[];
  readonly releases: readonly {
    readonly cause: string;
    readonly amount: Fen;
    readonly cite: readonly string[];
  }[];
  /** The reserve that the run sets aside, before releases, with the part already held; null without a reserve. */
  readonly reserve: {
    readonly accumulated: Fen;
    readonly held: Fen;
    readonly cite: readonly string[];
  } | null;
}

/**
 * Lists the lines of a year. Under full pooling the fund pays everything, so that the counties' shares are remitted to
 * the fund as well (JH-4.7-a, JH-R5); elsewhere they stay in the pool's own books.
 */
export function yearLines(outcome: YearOutcome): readonly YearLine[] {
  const borne = outcome.burdens.filter(
    ({ bearer }) => bearer === 'legacy_balance' || BY_TREASURY.includes(bearer),
  );
  const { reserve } = outcome;
  return merged([
    ...outcome.levies.map((row) => lineOf(`levy/${row.pool}`, row)),
    ...outcome.recoveries.map((row) => lineOf(`recovery/${row.pool}`, row)),
    ...outcome.burdens.flatMap((row) => {
      if (row.bearer === 'legacy_balance') return [lineOf(`legacy/${row.pool}`, row)];
      return BY_TREASURY.includes(row.bearer) ? [lineOf(`treasury/${row.bearer}/${row.pool}`, row)] : [];
    }),
    ...(isPooledWhole(outcome) ? borne.map((row) => lineOf(`burden/${row.bearer}/${row.pool}`, row)) : []),
    ...(reserve === null
      ? []
      : [lineOf('reserve', { amount: (reserve.accumulated - reserve.held) as Fen, cite: reserve.cite })]),
    ...outcome.releases.map((row) => lineOf(`release/${row.cause}`, row)),
    ...outcome.allocations.map((row) => lineOf(`allocation/${row.stage}/${row.pool}`, row)),
  ]);
}

/**
 * Whether a year was settled under full pooling (JH-4.7-a): the fund pays everything, and counties keep responsibility
 * accounts.
 */
export function isPooledWhole({ allocations }: Pick<YearOutcome, 'allocations'>): boolean {
  return allocations.some(({ stage }) => stage === FULL_POOLING);
}

function lineOf(id: string, row: { readonly amount: Fen; readonly cite: readonly string[] }): YearLine {
  return { id, amount: row.amount, clauses: row.cite };
}

/** Merges lines by id, in the order of first appearance; lines of zero are left out. */
function merged(lines: readonly YearLine[]): readonly YearLine[] {
  const groups = new Map<string, readonly YearLine[]>();
  for (const line of lines) groups.set(line.id, [...(groups.get(line.id) ?? []), line]);
  return [...groups]
    .map(([id, group]) => ({
      id,
      amount: sumFen(group.map(({ amount }) => amount)),
      clauses: [...new Set(group.flatMap(({ clauses }) => clauses))],
    }))
    .filter(({ amount }) => amount !== ZERO_FEN);
}
