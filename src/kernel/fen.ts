import { assert } from '#kernel/assert';
import { formatDecimal, groupThousands, parseDecimal, type DecimalFault } from '#kernel/decimal-text';

/** Money: a whole number of fen (分), the hundredth of a yuan. Never a float, never a fraction. */
export type Fen = bigint & { readonly unit: 'fen' };

/** Marks a whole number as money. Arithmetic on fen gives bigint; wrap what is money again. */
export function fen(value: bigint): Fen {
  return value as Fen;
}

export const ZERO_FEN = fen(0n);

/** "1234.50" → 123450 fen; a fault when the text is no amount with at most two decimals. */
export function parseYuan(text: string): Fen | DecimalFault {
  const decimal = parseDecimal(text, 2);
  if (typeof decimal === 'string') return decimal;
  return fen(decimal.coefficient * 10n ** BigInt(2 - decimal.scale));
}

/** Reads an amount that was checked before or written by the program; any other text is a programmer's error. */
export function fenOf(text: string): Fen {
  const amount = parseYuan(text);
  assert(typeof amount !== 'string', `"${text}" is an amount in yuan`);
  return amount;
}

/** 123450 fen → "1234.50": the form of the contract, always two decimals, no thousands marks. */
export function formatYuan(value: Fen): string {
  return formatDecimal({ coefficient: value, scale: 2 });
}

/** 123450 fen → "1,234.50": for people. */
export function formatYuanGrouped(value: Fen): string {
  return groupThousands(formatYuan(value));
}

export function sumFen(values: Iterable<Fen>): Fen {
  let total = 0n;
  for (const value of values) total += value;
  return fen(total);
}

export function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

/** Returns the amount if it is positive, otherwise zero: a need, gap or deficit from a difference. */
export function positivePart(value: bigint): Fen {
  return fen(value > 0n ? value : 0n);
}
