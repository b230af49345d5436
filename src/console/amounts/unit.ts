import { type Fen } from '#kernel/fen';
import { formatDecimal, groupThousands } from '#kernel/decimal-text';
import { formatRational, rational } from '#kernel/rational';

/** In what amounts are shown: 元, 万元 (10^4) or 亿元 (10^8). */
export const UNITS = ['yuan', 'wan', 'yi'] as const;
export type Unit = (typeof UNITS)[number];

/** How many decimal places a unit moves the point of an amount in yuan. */
const SHIFT: Readonly<Record<Unit, number>> = { yuan: 0, wan: 4, yi: 8 };

/** Decimals of a shown amount: to the fen in 元; 万元 as budget tables print it; 亿元 down to one 万元. */
const DECIMALS: Readonly<Record<Unit, number>> = { yuan: 2, wan: 2, yi: 4 };

/** Decimals of yuan that a fen has. */
const FEN_SCALE = 2;

/**
 * An amount as tables show it: grouped, and half up at the unit's decimals. 元 is always exact, and so is what would else be
 * shown as zero without being it.
 */
export function formatAmount(amount: Fen, unit: Unit): string {
  const inUnit = rational(amount, 10n ** BigInt(FEN_SCALE + SHIFT[unit]));
  const text = formatRational(inUnit, DECIMALS[unit]);
  return amount !== 0n && /^-?[0.]+$/.test(text) ? formatExactAmount(amount, unit) : groupThousands(text);
}

/** An amount in a unit without any rounding; zeros past the second decimal are left away. */
export function formatExactAmount(amount: Fen, unit: Unit): string {
  const text = formatDecimal({ coefficient: amount, scale: FEN_SCALE + SHIFT[unit] });
  return groupThousands(text.replace(/(\.\d{2}\d*?)0+$/, '$1'));
}
