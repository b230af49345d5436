import { alike, yuan } from '#domain/adjustment/wording';
import type { Bilingual } from '#kernel/bilingual';
import { ZERO_FEN, type Fen } from '#kernel/fen';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { formatRational, quotient, rational, type Rational } from '#kernel/rational';
import { roundToFen } from '#kernel/rounding';
import type { Figure, Trace } from '#rules/explain/trace';

/** Decimals with which months are shown; the exact fraction is what is compared. */
const MONTH_DECIMALS = 2;

/** Months payable (可支付月数): balance ÷ (the year's expenditure ÷ 12), exact, to be compared or rounded; undefined without expenditure. */
export function monthsPayable(balance: Fen, expenditure: Fen): Rational | undefined {
  return expenditure === ZERO_FEN ? undefined : quotient(balance * MONTHS_PER_YEAR, expenditure);
}

/** Reckons the balance that pays for a number of months, in fen, half up: months × the year's expenditure ÷ 12. */
export function balanceForMonths({ numerator, denominator }: Rational, expenditure: Fen): Fen {
  return roundToFen(rational(numerator * expenditure, denominator * MONTHS_PER_YEAR), 'half_up');
}

/** Months as text with two decimals, half up; null without expenditure. */
export function monthsText(balance: Fen, expenditure: Fen): string | null {
  const months = monthsPayable(balance, expenditure);
  return months === undefined ? null : formatRational(months, MONTH_DECIMALS);
}

/** Months payable as an explained node, with their text. */
export function monthsFigure(
  trace: Trace,
  id: string,
  label: Bilingual,
  balance: Figure,
  expenditure: Figure,
): { readonly node: string; readonly text: string | null } {
  const months = monthsText(balance.fen, expenditure.fen);
  const text = { id, label, readings: ['R-2'], inputs: [balance, expenditure] };
  if (months === null) {
    const formula = { zh: '本年无支出', en: 'no expenditure' };
    return { ...trace.note({ ...text, formula }, { kind: 'none' }), text: null };
  }
  const formula = (): Bilingual => alike(`${yuan(balance)} ÷ (${yuan(expenditure)} ÷ 12) = ${months}`);
  const note = trace.note({ ...text, formula }, { kind: 'number', number: months, unit: 'month' });
  return { ...note, text: months };
}
