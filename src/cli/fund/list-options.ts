import { InvalidArgumentError, Option, type Command } from 'commander';

/** Books that a listing may be limited to. */
export interface SomeBooks {
  readonly pool?: string;
  readonly type?: 'employee' | 'resident';
}

export function typeOption(): Option {
  return new Option('--type <type>', '险种 insurance type').choices(['employee', 'resident']);
}

/** Every listing can be had as JSON. */
export function asList(command: Command): Command {
  return command.option('--json', '输出 JSON print JSON');
}

/** A number of a record, in digits. */
export function readNumber(given: string): string {
  if (/^[1-9]\d{0,17}$/.test(given)) return given;
  throw new InvalidArgumentError('须为编号（数字） — a number in digits');
}

/** How many rows a page has. */
export function readLimit(given: string): string {
  if (/^[1-9]\d{0,2}$/.test(given)) return given;
  throw new InvalidArgumentError('1 至 999 的整数 — a whole number from 1 to 999');
}

/** A fund year. */
export function readFundYear(given: string): number {
  if (/^[12]\d{3}$/.test(given)) return Number.parseInt(given, 10);
  throw new InvalidArgumentError('年度，如 2025 — a year such as 2025');
}
