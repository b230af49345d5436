import type { CellAt, StatementAsked } from '#console/api/statement-queries.ts';

/** What the address of the statements carries: whose, of which type and period, and the cell that is open. */
export interface StatementSearch {
  readonly subject?: string;
  readonly insuranceType?: StatementAsked['insuranceType'];
  readonly period?: string;
  readonly consolidated?: true;
  /** `form/line/column/part`. */
  readonly cell?: string;
}

/** The address of a kept statement: the cell that is open. */
export type KeptSearch = Pick<StatementSearch, 'cell'>;

const PERIOD = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
const CELL = /^[\w.-]+\/[\w.-]+\/[\w.-]+\/[\w.-]+$/;

/** Reads what is to be drawn; what cannot be meant is ignored. */
export function readStatementSearch(search: Readonly<Record<string, unknown>>): StatementSearch {
  const { subject, insuranceType, consolidated } = search;
  // The router reads 2026 as a number; the address is text.
  const period = typeof search['period'] === 'number' ? String(search['period']) : search['period'];
  return {
    ...readKeptSearch(search),
    ...(typeof subject === 'string' && subject !== '' ? { subject } : {}),
    ...(insuranceType === 'employee' || insuranceType === 'resident' ? { insuranceType } : {}),
    ...(typeof period === 'string' && PERIOD.test(period) ? { period } : {}),
    ...(consolidated === true || consolidated === 'true' ? { consolidated: true as const } : {}),
  };
}

export function readKeptSearch({ cell }: Readonly<Record<string, unknown>>): KeptSearch {
  return typeof cell === 'string' && CELL.test(cell) ? { cell } : {};
}

/** The cell that an address names. */
export function readCell(cell: string | undefined): CellAt | undefined {
  const [form, line, column, part] = (cell ?? '').split('/');
  return form === undefined || line === undefined || column === undefined || part === undefined
    ? undefined
    : { form, line, column, part };
}

export function cellText({ form, line, column, part }: CellAt): string {
  return [form, line, column, part].join('/');
}

/** What is asked for, once all of it is chosen. */
export function askedOf(search: StatementSearch): StatementAsked | undefined {
  const { subject, insuranceType, period, consolidated = false } = search;
  return subject === undefined || insuranceType === undefined || period === undefined
    ? undefined
    : { subject, insuranceType, period, consolidated };
}
