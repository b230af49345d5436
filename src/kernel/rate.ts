import { formatDecimal, parseDecimal, type DecimalFault } from '#kernel/decimal-text';
import { rational, type Rational } from '#kernel/rational';

/** An exact proportion (比例): 10% is 1/10. Not a difference of proportions; that is `Points`. */
export interface Rate extends Rational {
  readonly unit: 'rate';
}

/** Decimals that a percentage may have: the finest figure in any of the documents has two. */
const MAX_PERCENT_DECIMALS = 6;

/** "10%", "7.3%" → an exact rate; the sign is part of the text so that 0.1 and 10 cannot be confused. */
export function parseRate(text: string): Rate | DecimalFault | 'no_percent_sign' {
  if (!text.endsWith('%')) return 'no_percent_sign';
  const decimal = parseDecimal(text.slice(0, -1), MAX_PERCENT_DECIMALS);
  if (typeof decimal === 'string') return decimal;
  return rate(rational(decimal.coefficient, 100n * 10n ** BigInt(decimal.scale)));
}

export function rate(value: Rational): Rate {
  return { ...rational(value.numerator, value.denominator), unit: 'rate' };
}

/** The shortest percentage text that is exact: 1/10 → "10%", 73/1000 → "7.3%". Rates come from such texts. */
export function formatRate(value: Rate): string {
  for (let scale = 0; scale <= MAX_PERCENT_DECIMALS; scale += 1) {
    const scaled = value.numerator * 100n * 10n ** BigInt(scale);
    if (scaled % value.denominator === 0n) {
      return `${formatDecimal({ coefficient: scaled / value.denominator, scale })}%`;
    }
  }
  return `${value.numerator}/${value.denominator}`;
}
