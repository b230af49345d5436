import type { EventRow } from '#application/ports/ledger-rows';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';

/** A row as a line of canonical JSON. */
export function lineOf(row: object): string {
  return `${canonicalJson(row as CanonicalValue)}\n`;
}

/** Amounts of an event stand as an object where they are one of texts, as they should be. */
export function eventLine(event: EventRow): string {
  return lineOf({ ...event, amounts: event.amounts === null ? null : amountsOf(event.amounts) });
}

export function eventOf(line: string): EventRow {
  const row = JSON.parse(line) as Omit<EventRow, 'amounts'> & { readonly amounts: unknown };
  const { amounts } = row;
  return {
    ...row,
    amounts: typeof amounts === 'object' && amounts !== null ? JSON.stringify(amounts) : textOf(amounts),
  };
}

function textOf(amounts: unknown): string | null {
  return typeof amounts === 'string' ? amounts : null;
}

function amountsOf(json: string): CanonicalValue {
  const content = JSON.parse(json) as unknown;
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isObject || Object.values(content).some((value) => typeof value !== 'string')) return json;
  return content as Readonly<Record<string, string>>;
}
