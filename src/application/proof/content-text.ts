import type { EventRow } from '#application/ports/ledger-rows';
import { jsonText, keepTexts } from '#application/proof/json-texts';

/** One amount, as jsonb writes it: what has this form needs no more writing. */
const ONE_AMOUNT = /^\{"[a-z_]+": "-?\d+"\}$/;

/**
 * Writes the text behind an event's content hash: its members as PostgreSQL writes jsonb (shorter names first, names of
 * one length in order, a space after colon and comma), absent ones left out.
 */
export function contentText(event: EventRow): string {
  return `{"key": ${jsonText(event.key)}${[
    note(event.note),
    pool(event.pool),
    actor(event.actor),
    event.amounts === null ? '' : `, "amounts": ${amountsText(event.amounts)}`,
    clauses(event.clauses),
    raw('approval', event.approval),
    category(event.category),
    raw('corrects', event.corrects),
    raw('reverses', event.reverses),
    template(event.template),
    packHash(event.packHash),
    otherPool(event.otherPool),
    counterparty(event.counterparty),
    effectiveOn(event.effectiveOn),
    insuranceType(event.insuranceType),
  ].join('')}}`;
}

/** Members whose values come again and again, each with the comma before it. */
const [note, pool, actor, category] = [member('note'), member('pool'), member('actor'), member('category')];
const [template, packHash, otherPool] = [member('template'), member('pack_hash'), member('other_pool')];
const [counterparty, effectiveOn] = [member('counterparty'), member('effective_on')];
const insuranceType = member('insurance_type');
const clauses = keepTexts(
  (list: readonly string[]) => `, "clauses": [${list.map((clause) => JSON.stringify(clause)).join(', ')}]`,
);

function member(name: string): (value: string | null) => string {
  return keepTexts((value) => (value === null ? '' : `, "${name}": ${JSON.stringify(value)}`));
}

function raw(name: string, value: string | null): string {
  return value === null ? '' : `, "${name}": ${value}`;
}

/** Amounts in jsonb's own order of names. What is no object of texts stays as it is: it has no right hash anyway. */
function amountsText(json: string): string {
  if (ONE_AMOUNT.test(json)) return json;
  const content = JSON.parse(json) as unknown;
  if (typeof content !== 'object' || content === null) return json;
  const members = Object.entries(content).filter((amount) => amount[1] !== null);
  if (members.some(([, value]) => typeof value !== 'string')) return json;
  const inOrder =
    members.length < 2 ? members : members.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${inOrder.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')}}`;
}
