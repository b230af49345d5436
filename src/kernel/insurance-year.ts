import { plainDate, type PlainDate } from '#kernel/plain-date';
import type { Period } from '#kernel/period';

/** A year of the fund and of cover (保险年度): 1 January to 31 December in all five places. */
export type InsuranceYear = number & { readonly unit: 'insurance_year' };

/** Reads a four-digit year; undefined when the number is none. */
export function parseInsuranceYear(year: number): InsuranceYear | undefined {
  return Number.isInteger(year) && year >= 1000 && year <= 9999 ? (year as InsuranceYear) : undefined;
}

export function firstDayOfYear(year: InsuranceYear): PlainDate {
  return plainDate(year, 1, 1);
}

export function periodOfYear(year: InsuranceYear): Period {
  return { from: plainDate(year, 1, 1), to: plainDate(year, 12, 31) };
}
