import { InvalidArgumentError } from 'commander';

/** A year as an option gives it: four digits. */
export function readYear(text: string): string {
  if (/^\d{4}$/.test(text)) return text;
  throw new InvalidArgumentError('四位年度，如 2024 — four digits, such as 2024');
}
