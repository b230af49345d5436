import { InvalidArgumentError, Option, type Command } from 'commander';
import type { InsuranceType } from '#kernel/insurance-type';

/*
 * What commands share of their options. Descriptions and messages have both languages in one text, `中文 — English`; help
 * and wrong usage give the one that was chosen.
 */

/** Books that a listing may be limited to. */
export interface SomeBooks {
  readonly pool?: string;
  readonly type?: InsuranceType;
}

/** Books of a pool that a command is about. */
export interface BooksOptions {
  readonly pool: string;
  readonly type: InsuranceType;
}

export function typeOption(): Option {
  return new Option('--type <type>', '险种 — insurance type').choices(['employee', 'resident']);
}

export function unitOption(): Option {
  return new Option('--unit <unit>', '单位 — unit').choices(['yuan', 'wan']).default('yuan');
}

/** Every listing can be had as JSON. */
export function jsonOption(): Option {
  return new Option('--json', '输出 JSON — print JSON');
}

export function packOption(): Option {
  return new Option('--pack <id>', '政策包 — policy pack').makeOptionMandatory();
}

export function inputOption(): Option {
  const says = '输入文件，- 为标准输入 — input file, - for standard input';
  return new Option('--input <file>', says).makeOptionMandatory();
}

export function explainOption(): Option {
  return new Option('--explain', '附上每个数的说明 — explain every figure');
}

/** Of the books of one pool. */
export function ofBooks(command: Command): Command {
  return command
    .requiredOption('--pool <id>', '统筹区或调剂金 — pool or adjustment fund')
    .addOption(typeOption().makeOptionMandatory());
}

/** A whole number from 1 on, in digits. */
export function readCount(most: number): (given: string) => string {
  return (given) => {
    if (/^[1-9]\d{0,9}$/.test(given) && Number(given) <= most) return given;
    throw new InvalidArgumentError(`1 至 ${most} 的整数 — a whole number from 1 to ${most}`);
  };
}

/** A number of a record, in digits. */
export function readNumber(given: string): string {
  if (/^[1-9]\d{0,17}$/.test(given)) return given;
  throw new InvalidArgumentError('须为编号（数字） — a number in digits');
}

/** A year: four digits. */
export function readYear(given: string): string {
  if (/^\d{4}$/.test(given)) return given;
  throw new InvalidArgumentError('四位年度，如 2024 — four digits, such as 2024');
}

/** A fund year. */
export function readFundYear(given: string): number {
  return Number.parseInt(readYear(given), 10);
}

/** A port of this machine, 0 for any. */
export function readPort(given: string): string {
  if (/^\d{1,5}$/.test(given) && Number.parseInt(given, 10) <= 65_535) return given;
  throw new InvalidArgumentError('0 至 65535 的整数 — a whole number from 0 to 65535');
}
