/**
 * What the reference models share: text to fen and back, rounding, months, the rows of the
 * contract and their canonical form. Money is counted in whole fen (bigint); nothing here is a
 * floating-point number, and nothing is shared with the product.
 */

// ---- rows of the output ----

export type LevyRow = Record<'pool' | 'base' | 'rate' | 'amount', string>;
export type AllocationRow = Record<'stage' | 'pool' | 'amount', string>;
type RefusalRow = Record<'pool' | 'condition', string>;
export type BurdenRow = Record<'pool' | 'bearer' | 'amount', string>;

export interface PoolRow {
  id: string;
  balanceBefore: string;
  levy: string;
  received: string;
  balanceAfter: string;
  monthsAfter: string | null;
}

export interface ModelResult {
  levies: readonly LevyRow[];
  allocations: readonly AllocationRow[];
  refusals: readonly RefusalRow[];
  burdens: readonly BurdenRow[];
  fund: Record<'inflow' | 'outflow' | 'reserve' | 'closingBalance', string>;
  pools: readonly PoolRow[];
}

// ---- refusals ----

/** Only `not_in_force` is a code of the contract; the others are the models' own names. */
type ModelRefusalCode =
  | 'not_in_force'
  | 'bad_value'
  | 'duplicate_pool'
  | 'unknown_pool'
  | 'cover_above_deficit'
  | 'rate_above_limit'
  | 'legacy_above_opening'
  | 'release_above_reserve'
  | 'prior_gap_of_district';

export class ModelRefusal extends Error {
  readonly code: ModelRefusalCode;
  readonly place: string;

  constructor(code: ModelRefusalCode, place: string) {
    super(`${code} at ${place}`);
    this.name = 'ModelRefusal';
    this.code = code;
    this.place = place;
  }
}

// ---- text ----

export interface Fraction {
  over: bigint;
  under: bigint;
}

/** Yuan text to fen; `place` is named if the text is not an amount. */
export const fenOf = (text: unknown, place: string, mayBeNegative = false): bigint => {
  const found = typeof text === 'string' ? /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) : null;
  if (found === null) throw new ModelRefusal('bad_value', place);
  const fen = BigInt(found[2] ?? '') * 100n + BigInt((found[3] ?? '').padEnd(2, '0'));
  if (found[1] !== '-') return fen;
  if (!mayBeNegative) throw new ModelRefusal('bad_value', place);
  return -fen;
};

/** Fen to yuan text with exactly two decimals; also used for hundredths of a month. */
export const yuanOf = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A rate ('8.25%') or a plain number ('87.5'), exactly. */
export const fractionOf = (text: unknown, sign: '' | '%', place: string): Fraction => {
  const found = typeof text === 'string' ? /^(\d+)(?:\.(\d+))?(%?)$/.exec(text) : null;
  if (found === null || found[3] !== sign) throw new ModelRefusal('bad_value', place);
  const decimals = found[2] ?? '';
  const under = 10n ** BigInt(decimals.length) * (sign === '%' ? 100n : 1n);
  return { over: BigInt(`${found[1] ?? ''}${decimals}`), under };
};

/** A fraction that `fractionOf` read with '%', as a rate again. */
export const rateOf = (rate: Fraction): string => {
  const decimals = rate.under.toString().length - '100'.length;
  const digits = rate.over.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${whole}.${digits.slice(digits.length - decimals)}%`;
};

const byCodePoint = (left: string, right: string): number => {
  const a = Array.from(left, (sign) => sign.codePointAt(0) ?? 0);
  const b = Array.from(right, (sign) => sign.codePointAt(0) ?? 0);
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

// ---- arithmetic ----

/** Quotient to the nearest whole, half up; a negative tie goes away from zero. `under` is positive. */
const divideHalfUp = (over: bigint, under: bigint): bigint =>
  over < 0n ? -((-over * 2n + under) / (under * 2n)) : (over * 2n + under) / (under * 2n);

/** amount x fraction / divisor, rounded once to the fen. */
export const timesHalfUp = (amount: bigint, factor: Fraction, divisor = 1n): bigint =>
  divideHalfUp(amount * factor.over, factor.under * divisor);

/** amount x fraction, cut to the fen. The amount is not negative. */
export const timesDown = (amount: bigint, factor: Fraction): bigint => (amount * factor.over) / factor.under;

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const orZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

/**
 * Divides the pot by weight: each part is first cut to the fen, then the fen left over go one each to the
 * largest remainders, ties by pool id in code-point order. Weights that are all zero get nothing.
 */
export const splitPot = (pot: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> => {
  const total = sum([...weights.values()]);
  if (total === 0n) return new Map();
  const parts = [...weights].map(([id, weight]) => ({
    id,
    part: (pot * weight) / total,
    remainder: (pot * weight) % total,
  }));
  parts.sort((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
    return byCodePoint(a.id, b.id);
  });
  let left = pot - sum(parts.map((one) => one.part));
  for (const one of parts) {
    if (left === 0n) break;
    one.part += 1n;
    left -= 1n;
  }
  return new Map(parts.map((one) => [one.id, one.part]));
};

/** balance / (expenditure / 12) with two decimals, or null without expenditure. */
export const monthsOf = (balance: bigint, expenditure: bigint): string | null =>
  expenditure === 0n ? null : yuanOf(divideHalfUp(balance * 1200n, expenditure));

// ---- one form for comparison ----

const isNotZero = (row: { amount: string }): boolean => !/^-?[0.]+$/.test(row.amount);

/** '10.0%' and '10%' are the same rate: the contract fixes no form. */
const shortRate = (rate: string): string => rate.replace(/(\.\d*?)0*%$/, '$1%').replace('.%', '%');

/** The rows with the named fields alone, sorted by these fields in the order named. */
const tidy = <Row extends object, Key extends keyof Row>(
  rows: readonly Row[],
  ...keys: readonly Key[]
): Pick<Row, Key>[] => {
  const sortKey = (row: Row): string => keys.map((key) => String(row[key])).join('\n');
  return [...rows]
    .sort((left, right) => byCodePoint(sortKey(left), sortKey(right)))
    .map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>);
};

/**
 * One form for the output of any implementation: only the fields compared here, no allocation or burden of
 * zero, rows by pool and then by stage, condition or bearer. Amounts are kept as written, so that a missing
 * decimal or a repeated row shows as a difference.
 */
export const canonicalise = (result: ModelResult): ModelResult => {
  const levies = result.levies.map((row) => ({ ...row, rate: shortRate(row.rate) }));
  const { inflow, outflow, reserve, closingBalance } = result.fund;
  return {
    levies: tidy(levies, 'pool', 'base', 'rate', 'amount'),
    allocations: tidy(result.allocations.filter(isNotZero), 'pool', 'stage', 'amount'),
    refusals: tidy(result.refusals, 'pool', 'condition'),
    burdens: tidy(result.burdens.filter(isNotZero), 'pool', 'bearer', 'amount'),
    fund: { inflow, outflow, reserve, closingBalance },
    pools: tidy(result.pools, 'id', 'balanceBefore', 'levy', 'received', 'balanceAfter', 'monthsAfter'),
  };
};
