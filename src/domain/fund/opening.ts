import * as refusals from '#domain/fund/opening-refusals';
import type { Journal } from '#domain/fund/journal';
import { amountsOf } from '#domain/fund/template-amounts';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { fen, sumFen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** One amount of an opening, as a row of a file has it. */
export interface OpeningRow {
  /** `file:line`. */
  readonly at: string;
  readonly template: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** Empty where the template has none. */
  readonly counterparty: string;
  /** The template's name of the amount. */
  readonly item: string;
  readonly amount: Fen;
}

/**
 * An event with opening balances: the older system's amounts for one template, pool, insurance type and counterparty.
 */
export interface OpeningEvent {
  readonly at: string;
  readonly template: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  readonly counterparty: string | null;
  readonly amounts: Readonly<Record<string, Fen>>;
  readonly total: Fen;
}

/** Control totals of the older system by template, in fen. */
export type ControlTotals = ReadonlyMap<string, Fen>;

/**
 * Groups rows into events of `opening` templates (NAT-28.2, NAT-P.11). Refuses, by row or template: an amount that is
 * missing, repeated or negative; a template, type or counterparty that does not fit; books that are not open; a sum
 * that differs from the control total.
 */
export function planOpening(
  rows: readonly OpeningRow[],
  given: {
    readonly journal: Journal;
    readonly controls: ControlTotals;
    readonly hasBooks: (pool: string, insuranceType: InsuranceType) => boolean;
  },
): Decision<readonly OpeningEvent[]> {
  const groups = new Map<string, OpeningRow[]>();
  for (const row of rows) {
    const key = [row.template, row.pool, row.insuranceType, row.counterparty].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const found: Refusal[] = [...controlFaults(rows, given.controls)];
  const events = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const faults = groupFaults(first, group, given);
    found.push(...faults);
    return faults.length > 0 ? [] : [eventOf(first, group)];
  });
  return allowUnless(found, () => events);
}

function eventOf(
  { at, template, pool, insuranceType, counterparty }: OpeningRow,
  group: readonly OpeningRow[],
): OpeningEvent {
  return {
    at,
    template,
    pool,
    insuranceType,
    counterparty: counterparty === '' ? null : counterparty,
    amounts: Object.fromEntries(group.map(({ item, amount }) => [item, amount])),
    total: sumFen(group.map(({ amount }) => amount)),
  };
}

function controlFaults(rows: readonly OpeningRow[], controls: ControlTotals): readonly Refusal[] {
  const sums = new Map<string, bigint>();
  for (const { template, amount } of rows) sums.set(template, (sums.get(template) ?? 0n) + amount);
  return [...new Set([...sums.keys(), ...controls.keys()])].flatMap((template) => {
    const [sum, control] = [sums.get(template), controls.get(template)];
    if (control === undefined) return [refusals.controlMissing(template)];
    if (sum === undefined) return [refusals.controlWithoutRows(template)];
    return sum === control ? [] : [refusals.controlDiffers(template, fen(sum), control)];
  });
}

function groupFaults(
  first: OpeningRow,
  group: readonly OpeningRow[],
  { journal, hasBooks }: Parameters<typeof planOpening>[1],
): readonly Refusal[] {
  const { at, pool, insuranceType, counterparty } = first;
  const template = journal.templates.get(first.template);
  if (template?.kind !== 'opening') return [refusals.notAnOpening(at, first.template)];
  if (!hasBooks(pool, insuranceType)) return [refusals.booksMissing(at, pool, insuranceType)];
  const found: Refusal[] = [];
  if (!template.types.includes(insuranceType)) found.push(refusals.typeNotOfTemplate(at, insuranceType));
  if (!fitsParty(template, counterparty)) found.push(refusals.partyWrong(at, template.parties ?? []));
  const items = new Set(amountsOf(template, insuranceType));
  const seen = new Set<string>();
  for (const row of group) {
    if (!items.has(row.item)) found.push(refusals.unknownItem(row.at, row.item, [...items]));
    if (seen.has(row.item)) found.push(refusals.itemRepeated(row.at, row.item));
    if (row.amount < 0n) found.push(refusals.belowZero(row.at));
    seen.add(row.item);
  }
  const missing = [...items].filter((item) => !seen.has(item));
  if (missing.length > 0) found.push(refusals.itemsMissing(at, missing));
  if (found.length === 0 && group.every(({ amount }) => amount === 0n))
    found.push(refusals.nothingOpened(at));
  return found;
}

function fitsParty({ parties = [] }: RawTemplate, counterparty: string): boolean {
  if (parties.length === 0) return counterparty === '';
  return /^[a-z]+:.+$/.test(counterparty) && parties.includes(counterparty.split(':')[0] ?? '');
}
