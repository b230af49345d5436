import { assert } from '#kernel/assert';
import type { Fen } from '#kernel/fen';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

/** Units of whole yuan, the largest first: what is above 亿 is read as a number of 亿. */
const UNITS = [
  { size: 100_000_000n, name: '亿' },
  { size: 10_000n, name: '万' },
  { size: 1000n, name: '仟' },
  { size: 100n, name: '佰' },
  { size: 10n, name: '拾' },
] as const;

/** Limit that no fund reaches: a larger amount would be read as a number of 亿亿. */
const LIMIT = 10n ** 18n;

/**
 * Writes an amount in Chinese capital numerals (大写), as payment documents do so that no digit can be added: 10010.05 is
 * 壹万零壹拾元零伍分, 300.00 is 叁佰元整; a negative amount begins with 负.
 */
export function capitalAmount(amount: Fen): string {
  const size = amount < 0n ? 0n - amount : amount;
  assert(size < LIMIT, 'an amount that has a name');
  const [yuan, jiao, fen] = [size / 100n, (size / 10n) % 10n, size % 10n];
  const sign = amount < 0n ? '负' : '';
  const whole = yuan === 0n ? '' : `${wholeNumber(yuan)}元`;
  if (jiao === 0n && fen === 0n) return `${sign}${whole === '' ? '零元' : whole}整`;
  const gap = whole === '' ? '' : '零';
  const tenths = jiao === 0n ? gap : `${digit(jiao)}角`;
  return `${sign}${whole}${tenths}${fen === 0n ? '整' : `${digit(fen)}分`}`;
}

function wholeNumber(value: bigint): string {
  const unit = UNITS.find(({ size }) => value >= size);
  if (unit === undefined) return digit(value);
  const [head, rest] = [value / unit.size, value % unit.size];
  // One 零 stands for all the places that are skipped.
  const gap = rest > 0n && rest < unit.size / 10n ? '零' : '';
  return `${wholeNumber(head)}${unit.name}${rest === 0n ? '' : `${gap}${wholeNumber(rest)}`}`;
}

function digit(value: bigint): string {
  return DIGITS[Number(value)] ?? '';
}
