import { amountFault } from '#application/adjustment/amount-text';
import { readFacts } from '#application/adjustment/read-facts';
import type { FloorRequest, RuleChangeRequest, SchemeRequest } from '#application/fund-projections/request';
import { readBands, readPopulations } from '#application/fund-projections/read-population';
import { readDriver } from '#application/fund-projections/read-rates';
import { checkReplaced } from '#application/scenarios/try-scenario';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import type { Floor } from '#domain/projection/floor';
import type { RuleChange, SchemeProjection } from '#domain/projection/scheme-projection';
import { present } from '#kernel/assert';
import { allow, allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import { parseQuantity } from '#rules/value/quantity';

/** Turns the texts of one insurance type into exact figures, or names every text that says nothing usable. */
export function readScheme(
  plan: AdjustmentPlan,
  asked: SchemeRequest,
  at: string,
): Decision<SchemeProjection> {
  const refusals: Refusal[] = [];
  const { figures, drivers, rules = [] } = asked;
  const changesAtOnce = rules.some(({ from }) => from <= figures.year);
  const facts = collect(readFacts(figures, changesAtOnce ? 'at_most' : 'exact'), refusals);
  const bands = readBands(asked.bands, at, refusals);
  const read = {
    premium: readDriver('premium', drivers.premium, `${at}.drivers.premium`, refusals),
    cost: readDriver('cost', drivers.cost, `${at}.drivers.cost`, refusals),
    entries: readDriver('entries', drivers.entries, `${at}.drivers.entries`, refusals),
  };
  const pools = readPopulations(asked, at, refusals);
  const changes = rules.map((rule, index) => readRule(plan, asked, rule, `${at}.rules[${index}]`, refusals));
  return allowUnless(refusals, () => ({
    facts: present(facts, 'facts that were not refused'),
    bands,
    drivers: read,
    pools,
    rules: changes,
  }));
}

/** The months that were stated, if any were. */
export function readFloor(floor: FloorRequest | undefined): Decision<Floor | undefined> {
  if (floor === undefined) return allow(undefined);
  const { months: text, basis } = floor;
  const months = parseQuantity('month', text);
  if (typeof months === 'object' && 'count' in months) {
    return allow({ months: months.count, text: months.text, basis, cite: [] });
  }
  const fault = typeof months === 'string' ? months : 'not_decimal';
  return { allowed: false, refusals: [amountFault('floor.months', text, fault)] };
}

/** A change names values that the pipeline uses, with figures that they may have. */
function readRule(
  plan: AdjustmentPlan,
  { figures }: SchemeRequest,
  { from, values, basis }: RuleChangeRequest,
  at: string,
  into: Refusal[],
): RuleChange {
  const place = (refusal: Refusal): Refusal => ({ ...refusal, at: `${at}.${refusal.at}` });
  const known = checkReplaced(plan, values);
  if (!known.allowed) into.push(...known.refusals.map(place));
  const texts = readFacts({ ...figures, values: { ...figures.values, ...values } });
  if (!texts.allowed) {
    into.push(...texts.refusals.filter((refusal) => refusal.at.startsWith('values.')).map(place));
  }
  return { from, basis, values: Object.fromEntries(Object.entries(values)) };
}
