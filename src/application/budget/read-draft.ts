import { badAmount, sourceMissing, unknownClause } from '#application/budget/draft-refusals';
import { driverValue } from '#application/budget/driver-value';
import type { DraftRequest, SourcedAmountRequest } from '#application/budget/request';
import type { DriverId } from '#domain/budget/drivers';
import type { EstimateFacts, GivenAmount, GivenDriver, PastAmount } from '#domain/budget/estimate';
import type { BudgetPart } from '#domain/budget/lines';
import { partsOf, type BudgetOf } from '#domain/budget/table';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { findClause, type Pack } from '#rules/pack/pack';

/** Reads a draft's texts into exact figures; refuses, naming every fault with its place. */
export function readDraft(
  request: DraftRequest,
  of: BudgetOf,
  members: readonly string[],
  pack: Pack,
): Decision<EstimateFacts> {
  const refusals: Refusal[] = [];
  const read = (section: string, key: string, given: SourcedAmountRequest): GivenAmount | undefined => {
    const [at, amount] = [`${section}/${key}`, parseYuan(given.amount)];
    const cite = given.cite ?? [];
    const unknown = cite.filter((id) => findClause(pack, id) === undefined);
    refusals.push(...unknown.map((id) => unknownClause(at, id)));
    if (typeof amount === 'string') refusals.push(badAmount(at, given.amount));
    if (given.source.trim() === '') refusals.push(sourceMissing(at));
    return typeof amount === 'string' ? undefined : { fen: amount, source: given.source, cite };
  };
  const opening = new Map<BudgetPart, GivenAmount>();
  const parts: readonly string[] = partsOf(of.kind, of.insuranceType);
  for (const [part, given] of Object.entries(request.opening)) {
    const amount = read('opening', part, given);
    if (!parts.includes(part)) refusals.push(badAmount(`opening/${part}`, part));
    else if (amount !== undefined) opening.set(part as BudgetPart, amount);
  }
  const given = new Map<string, GivenAmount>();
  for (const [key, one] of Object.entries(request.given)) {
    const amount = read('given', key, one);
    if (amount !== undefined) given.set(key, amount);
  }
  const past = new Map<string, PastAmount>();
  for (const [key, one] of Object.entries(request.past)) {
    const amount = read('past', key, one);
    if (amount !== undefined) past.set(key, { ...amount, months: one.months });
  }
  const drivers = new Map<DriverId, GivenDriver>();
  for (const [id, one] of Object.entries(request.drivers)) {
    const driver = collect(driverValue(id, one, pack, of.year), refusals);
    if (driver !== undefined) drivers.set(driver.id, driver.given);
  }
  return allowUnless(refusals, () => ({ of, members, opening, drivers, past, given }));
}
