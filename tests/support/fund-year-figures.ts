import { present } from '#kernel/assert';

/** A fund year of invented figures: what the books begin with, what happens, and what that comes to on cash basis. */
export const FUND_YEAR = 2026;

/** Benefits of a pool and month; long runs set TONGCHOU_FUND_EVENTS. */
export const MONTHLY_BENEFITS = Number.parseInt(process.env['TONGCHOU_FUND_EVENTS'] ?? '3', 10);

/** An event of the year, amounts in fen by the template's keys; one that is left out is nil. */
export interface YearEvent {
  readonly template: string;
  readonly month: number;
  readonly pool: string;
  readonly otherPool?: string;
  readonly counterparty?: string;
  readonly category?: string;
  readonly amounts: Readonly<Record<string, bigint>>;
  /** Posted in error: reversed in the same month, so that it counts in nothing. */
  readonly isMistake?: true;
}

/** Of the pooled fund, in fen: summed here as the events are made, never read from a ledger. */
export interface PooledFigures {
  readonly opening: bigint;
  readonly legacy: bigint;
  readonly collections: bigint;
  readonly revenue: bigint;
  readonly expenditure: bigint;
}

export interface PoolYear {
  readonly pool: string;
  readonly opening: { readonly pooled: bigint; readonly account: bigint };
  readonly events: readonly YearEvent[];
  readonly figures: PooledFigures;
}

/** Whole numbers that are the same for the same seed; nothing here is told by chance. */
export interface Seeded {
  /** From the first to the second, both included. */
  between(low: bigint, high: bigint): bigint;
  oneOf<T>(options: readonly T[]): T;
}

export function seeded(seed: string): Seeded {
  let state = Array.from(seed).reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619),
    0x811c9dc5,
  );
  const next = (): bigint => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return BigInt((mixed ^ (mixed >>> 14)) >>> 0);
  };
  const between = (low: bigint, high: bigint): bigint => low + ((next() * (high - low + 1n)) >> 32n);
  return {
    between,
    oneOf: (options) =>
      present(options[Number(between(0n, BigInt(options.length - 1)))], 'one of the options'),
  };
}

/** Parts of a total that add up to it, each of at least a fen where the total allows it. */
export function partsOf(random: Seeded, total: bigint, count: number): readonly bigint[] {
  const weights = Array.from({ length: count }, () => random.between(1n, 9n));
  const sum = weights.reduce((all, one) => all + one, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const rest = total - parts.reduce((all, one) => all + one, 0n);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
}
