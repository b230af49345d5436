import { formatYuan, parseYuan } from '#kernel/fen';

/** A typed amount as the contract writes it, two decimals; undefined where it is none. */
export function yuanText(typed: string): string | undefined {
  const plain = typed.trim().replaceAll(',', '');
  const whole = /^-?\d+$/.test(plain) ? `${plain}.00` : /^-?\d+\.\d$/.test(plain) ? `${plain}0` : plain;
  const amount = parseYuan(whole);
  return typeof amount === 'string' ? undefined : formatYuan(amount);
}
