import { assert } from '#kernel/assert';
import { sumFen, ZERO_FEN, type Fen } from '#kernel/fen';

/** What a line of a year moves, and by which journal templates. */
interface LineRule {
  /** Posted when the year is approved: the obligation arises. */
  readonly due?: string;
  /** Posted when it is paid, in parts if need be; of what a treasury gives, when that has come in. */
  readonly paid?: string;
  /** Posted with the first payment: money is only marked within its books. */
  readonly internal?: string;
  /** The template's key of the amount. */
  readonly amount: string;
  /** Whose books the event is of; the other side is the pool or the fund. */
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

/** Bearers that are a government: what they bear is a receivable from it. */
const BY_TREASURY = ['local_treasury', 'subsidy'];

export type LineKind = keyof typeof LINE_RULES;

/** One amount that a year's run decides, by an id that is the same in every version: `levy/east`. */
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

/** Whether a text is the id of a line, as far as its kind tells. */
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
 * The line of the treasury whose money a burden sends up: what the county's government bears is its own to make good
 * (JH-4.7-d), so that it goes up once it has come in. Undefined where the pool has the money already.
 */
export function treasuryLineOf(id: string): string | undefined {
  const { kind, detail, pool } = partsOfLine(id);
  return kind === 'burden' && BY_TREASURY.includes(detail) ? `treasury/${detail}/${pool}` : undefined;
}

export function ruleOf(kind: LineKind): LineRule {
  return LINE_RULES[kind];
}

/** What a run decides, as far as money follows from it; amounts in fen. */
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
  /** The reserve that the run keeps, before releases, and what of it was held already; null without a reserve. */
  readonly reserve: {
    readonly accumulated: Fen;
    readonly held: Fen;
    readonly cite: readonly string[];
  } | null;
}

/**
 * The lines of a year. Under full pooling the fund pays everything, so that what counties bear of it goes up to the
 * fund as well (JH-4.7-a, JH-R5); elsewhere it stays in the pool's own books.
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

/** Whether a year was pooled whole (JH-4.7-a): the fund pays everything, and counties keep responsibility accounts. */
export function isPooledWhole({ allocations }: Pick<YearOutcome, 'allocations'>): boolean {
  return allocations.some(({ stage }) => stage === 'full_pooling');
}

function lineOf(id: string, row: { readonly amount: Fen; readonly cite: readonly string[] }): YearLine {
  return { id, amount: row.amount, clauses: row.cite };
}

/** One line per id, in the order in which the ids come; lines of nothing are left out. */
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
