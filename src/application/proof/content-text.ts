import type { EventRow } from '#application/ports/ledger-rows';

/**
 * What an event's content hash stands for: its members as PostgreSQL writes jsonb (shorter names first, names of one
 * length in order, a space after colon and comma), absent ones left out.
 */
export function contentText(event: EventRow): string {
  const text =
    quoted('key', event.key) +
    quoted('note', event.note) +
    quoted('pool', event.pool) +
    quoted('actor', event.actor) +
    raw('amounts', event.amounts === null ? null : amountsText(event.amounts)) +
    raw('clauses', `[${event.clauses.map((clause) => JSON.stringify(clause)).join(', ')}]`) +
    raw('approval', event.approval) +
    quoted('category', event.category) +
    raw('corrects', event.corrects) +
    raw('reverses', event.reverses) +
    quoted('template', event.template) +
    quoted('pack_hash', event.packHash) +
    quoted('other_pool', event.otherPool) +
    quoted('counterparty', event.counterparty) +
    quoted('effective_on', event.effectiveOn) +
    quoted('insurance_type', event.insuranceType);
  return `{${text.slice(0, -2)}}`;
}

function quoted(name: string, value: string | null): string {
  return value === null ? '' : `"${name}": ${JSON.stringify(value)}, `;
}

function raw(name: string, value: string | null): string {
  return value === null ? '' : `"${name}": ${value}, `;
}

/** Amounts in jsonb's own order of names. What is no object of texts stays as it is: it has no right hash anyway. */
function amountsText(json: string): string {
  const content = JSON.parse(json) as unknown;
  if (typeof content !== 'object' || content === null) return json;
  const members = Object.entries(content).filter((member) => member[1] !== null);
  if (members.some(([, value]) => typeof value !== 'string')) return json;
  const inOrder =
    members.length < 2 ? members : members.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${inOrder.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')}}`;
}
