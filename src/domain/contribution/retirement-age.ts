import { addMonths, firstDayOf, parseMonth, type Month } from '#kernel/month';
import { present } from '#kernel/assert';
import { yearOf } from '#kernel/plain-date';
import { allow, type Decision } from '#kernel/decision';
import { magnitudeOf, figureOfQuantity } from '#rules/formula/figure';
import type { Pack } from '#rules/pack/pack';
import { resolveValue, type ResolvedValue } from '#rules/value/resolve-value';

/** By which original age a person retires: men at 60, women at 55 or 50 by their post. */
export type RetirementTrack = 'male' | 'female_55' | 'female_50';

export interface RetirementAge {
  /** The month in which the statutory age is reached. */
  readonly month: Month;
  /** Months past the original age. */
  readonly delayMonths: number;
  readonly cite: readonly string[];
}

/** The month in which the gradual rise begins; who reaches the original age before it retires at that age. */
const RISE_FROM = present(parseMonth('2025-01'), 'a month');

/**
 * The month in which a person reaches the statutory retirement age: the original age, raised from January 2025
 * by one month for every `retirement_age_rise_interval` months, up to the last age. Reckoned by whole months
 * from the month of birth.
 */
export function retirementAge(pack: Pack, track: RetirementTrack, born: Month): Decision<RetirementAge> {
  const values: ResolvedValue[] = [];
  for (const name of ['retirement_age_original', 'retirement_age_last', 'retirement_age_rise_interval']) {
    const value = resolveValue(pack, name, {
      on: firstDayOf(RISE_FROM),
      cell: { retirement_track: track },
      assumptions: 'state',
    });
    if (!value.allowed) return value;
    values.push(value.value);
  }
  const [original = 0, last = 0, interval = 1] = values.map(wholeNumber);
  const originalMonth = addMonths(born, original * 12);
  const since = monthIndex(originalMonth) - monthIndex(RISE_FROM);
  const delayMonths = since < 0 ? 0 : Math.min(Math.floor(since / interval) + 1, (last - original) * 12);
  return allow({
    month: addMonths(originalMonth, delayMonths),
    delayMonths,
    cite: [...new Set(values.flatMap(({ cite }) => cite))],
  });
}

function wholeNumber({ quantity }: ResolvedValue): number {
  return Number(magnitudeOf(figureOfQuantity(quantity)).numerator);
}

function monthIndex(month: Month): number {
  return yearOf(firstDayOf(month)) * 12 + Number.parseInt(month.slice(5), 10);
}
