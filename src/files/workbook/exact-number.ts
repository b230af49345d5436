import { parseYuan, type Fen } from '#kernel/fen';

/**
 * Digits that Excel keeps of a number. Every decimal with at most so many also passes through a double and back
 * unharmed (IEEE 754: 15 decimal digits), so an amount below 10^15 fen may be a number in a workbook.
 */
const EXCEL_DIGITS = 15;
const LIMIT: bigint = 10n ** BigInt(EXCEL_DIGITS);

/** The amount as a number that shows and reads back to the very fen; undefined where no such number exists. */
export function exactAmount(yuan: string): number | undefined {
  const amount = parseYuan(yuan);
  if (typeof amount === 'string' || !isExact(amount)) return undefined;
  return Number(yuan);
}

function isExact(amount: Fen): boolean {
  return amount < LIMIT && amount > -LIMIT;
}

/** A plain decimal with at most 15 digits as a number; undefined for words and for longer ones. */
export function exactNumber(text: string): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return text.replace(/[-.]/g, '').length > EXCEL_DIGITS ? undefined : Number(text);
}
