import { formatDecimal } from '#kernel/decimal-text';
import { fen, type Fen } from '#kernel/fen';
import { halfUpToInteger, rational } from '#kernel/rational';

/** Units in which a form is shown: the yuan to the fen, or ten thousand yuan with two decimals. */
export type DisplayUnit = 'yuan' | 'wan';

/** Fen in the last digit shown: 0.01 yuan, or 0.01 of ten thousand yuan. */
const FEN_IN_LAST_DIGIT: Readonly<Record<DisplayUnit, bigint>> = { yuan: 1n, wan: 10_000n };

/**
 * An amount in the unit, half up and away from zero alike on both sides, so that what is shown of −x is minus what is
 * shown of x.
 *
 * Each figure is rounded by itself from the fen, totals too: none is off by more than half a last digit, and the same
 * amount looks the same on every form. Parts then need not add up as shown; `roundingLeft` tells by how much, and every
 * layout prints it as 尾差. Spreading the difference over the parts was rejected: the same payment would be shown with two
 * amounts.
 */
export function shownDigits(amount: Fen, unit: DisplayUnit): bigint {
  const size = amount < 0n ? fen(0n - amount) : amount;
  const digits = halfUpToInteger(rational(size, FEN_IN_LAST_DIGIT[unit]));
  return amount < 0n ? -digits : digits;
}

/** The amount as plain decimal text in the unit. */
export function shownText(amount: Fen, unit: DisplayUnit): string {
  return digitsText(shownDigits(amount, unit));
}

/** Last digits shown as decimal text: 123 is 1.23. */
export function digitsText(digits: bigint): string {
  return formatDecimal({ coefficient: digits, scale: 2 });
}

/**
 * Reckons a shown total less its shown parts (尾差), in last digits.
 * @param less parts that are subtracted
 */
export function roundingLeft(
  total: Fen,
  plus: readonly Fen[],
  less: readonly Fen[],
  unit: DisplayUnit,
): bigint {
  const add = (parts: readonly Fen[]): bigint =>
    parts.reduce((sum, part) => sum + shownDigits(part, unit), 0n);
  return shownDigits(total, unit) - add(plus) + add(less);
}
