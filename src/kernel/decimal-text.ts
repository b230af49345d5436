import { assert } from '#kernel/assert';

/** An exact decimal: `coefficient` ÷ 10^`scale`. "12.50" is {1250n, 2}. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Why a text is not a plain decimal; each has a message of its own for the person who typed it. */
export type DecimalFault =
  'empty' | 'exponent' | 'thousands_mark' | 'not_decimal' | 'too_many_decimals' | 'too_long';

/** Digits before the point that any amount here may have: 10^15 yuan is far past all funds of the country. */
const MAX_INTEGER_DIGITS = 15;

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads plain decimal text with at most `maxScale` decimals: no exponent, no thousands marks, no spaces. */
export function parseDecimal(text: string, maxScale: number): Decimal | DecimalFault {
  if (text.trim() === '') return 'empty';
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return faultOf(text);
  const [, sign = '', integer = '', fraction = ''] = match;
  if (integer.length > MAX_INTEGER_DIGITS) return 'too_long';
  if (fraction.length > maxScale) return 'too_many_decimals';
  const magnitude = BigInt(integer + fraction);
  return { coefficient: sign === '-' ? -magnitude : magnitude, scale: fraction.length };
}

function faultOf(text: string): DecimalFault {
  if (/^-?\d+(\.\d+)?[eE][+-]?\d+$/.test(text)) return 'exponent';
  if (/^-?\d{1,3}([,，']\d{3})+(\.\d+)?$/.test(text)) return 'thousands_mark';
  return 'not_decimal';
}

/** Writes `coefficient` ÷ 10^`scale` with exactly `scale` decimals. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  assert(Number.isInteger(scale) && scale >= 0, 'scale is a count of decimals');
  const sign = coefficient < 0n ? '-' : '';
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** "-1234567.8901" → "-1,234,567.8901": thousands marks in the whole part alone. */
export function groupThousands(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
