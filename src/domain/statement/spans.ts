import { assertNever } from '#kernel/assert';
import { addMonths, parseMonth, type Month } from '#kernel/month';
import type { SpanName } from '#rules/pack/raw-statement';

/** The period of a statement: a month "2026-03" or a year "2026". */
export type StatementPeriod = string & { readonly unit: 'statement period' };

/** Months from the first to the last, both included. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** Reads a month or a year of four digits; undefined for any other text. */
export function parsePeriod(text: string): StatementPeriod | undefined {
  const isPeriod = parseMonth(text) !== undefined || /^[1-9]\d{3}$/.test(text);
  return isPeriod ? (text as StatementPeriod) : undefined;
}

export function periodKind(period: StatementPeriod): 'month' | 'year' {
  return period.length === 4 ? 'year' : 'month';
}

/** Lists the first and last month of a period. */
export function monthsOf(period: StatementPeriod): Span {
  const from = (periodKind(period) === 'year' ? `${period}-01` : period) as Month;
  return { from, to: periodKind(period) === 'year' ? addMonths(from, 11) : from };
}

/** Reckons the months of a column for a statement's period. The start of the year is last December. */
export function spanOf(name: SpanName, period: StatementPeriod): Span {
  const { from, to } = monthsOf(period);
  const january = `${to.slice(0, 4)}-01` as Month;
  switch (name) {
    case 'period':
      return { from, to };
    case 'previous_month':
      return { from: addMonths(to, -1), to: addMonths(to, -1) };
    case 'year_to_date':
      return { from: january, to };
    case 'previous_year_to_date':
      return { from: addMonths(january, -12), to: addMonths(to, -12) };
    case 'year_start':
      return { from: addMonths(january, -1), to: addMonths(january, -1) };
    case 'previous_year':
      return { from: addMonths(from, -12), to: addMonths(to, -12) };
    default:
      return assertNever(name);
  }
}
