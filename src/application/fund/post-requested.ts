import { findUsedVouchers } from '#application/fund/bank-voucher';
import { findDayBefore } from '#application/fund/find-day-ahead';
import { readEventRequest, type EventRequest } from '#application/fund/event-request';
import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { workflowOf, WORKFLOW_WORDS } from '#application/fund/template-workflow';
import { MACHINE } from '#application/identity/machine-scope';
import { unknownPool } from '#domain/place/refusals';
import type { Scope } from '#domain/identity/account';
import { keyRepeated, numberRepeated, postedByWorkflow, secondReturn } from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import type { LedgerOutcome, PostCommand } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { assert } from '#kernel/assert';
import { allow, allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';

/** The outcome of an event: its number, and the refusal kept under its key where it was not posted. */
export interface EventOutcome extends Omit<LedgerOutcome, 'refusal'> {
  readonly refusal: Refusal | null;
}

export interface RequestedEvents {
  /** The pack whose templates post, by id or hash. */
  readonly pack: string;
  readonly events: readonly EventRequest[];
  /** Place of each event in the input, as a prefix for a field: `events[3].` or `file:4 `. */
  readonly places: readonly string[];
  /**
   * Older system and reason, for data taken over by whoever controls the machine. Kept in the note of each event that
   * otherwise only a workflow posts; a person with an account may not give it.
   */
  readonly takenOverFrom?: string;
}

/**
 * Posts events that a person of these pools asked for, all in one transaction. A request that cannot be read is refused
 * whole, and nothing is kept; what the ledger refuses is kept as refused under its key, and the others are posted. Templates
 * reserved to a workflow are refused (SC-3.3-a), on the command line too; the only exception is data taken over from an
 * older system.
 */
export async function postRequested(
  services: FundServices,
  scope: Scope,
  { pack, events, places, takenOverFrom }: RequestedEvents,
  now: string,
): Promise<Decision<readonly EventOutcome[]>> {
  assert(takenOverFrom === undefined || scope.userId === MACHINE, 'the machine alone takes over');
  const pools = new Map((await services.placeStore.listPools(scope)).map((pool) => [pool.id, pool]));
  const touched = events.flatMap(({ pool }) => pools.get(pool)?.place ?? []);
  const journal = await openJournalFor(services, pack, [...new Set(touched)]);
  if (!journal.allowed) return journal;
  const found = [
    ...repeatedFaults(events, places),
    ...(await poolFaults(services, scope, pools, events, places)),
    ...returnedTogether(journal.value, events, places),
    ...(takenOverFrom === undefined ? workflowFaults(journal.value, events, places) : []),
  ];
  const commands = events.flatMap((event, index) => {
    const context = { journal: journal.value, at: places[index] ?? '', actor: scope.userId, now };
    return collect(readEventRequest(noted(journal.value, event, takenOverFrom), context), found) ?? [];
  });
  const ledger = services.ledgerStore.within(scope);
  if (found.length === 0) {
    found.push(...(await daysBeforeBooks(services, scope, journal.value, commands, places)));
    found.push(...(await findUsedVouchers(ledger, commands)));
  }
  const read = allowUnless(found, () => commands);
  if (!read.allowed) return read;
  const outcomes = await ledger.post(read.value);
  return allow(outcomes.map(explainedOutcome));
}

/** Adds the words of its refusal to an outcome. */
export function explainedOutcome({ refusal, ...outcome }: LedgerOutcome): EventOutcome {
  return { ...outcome, refusal: refusal === null ? null : postingRefusal(refusal, outcome.key) };
}

/**
 * Refuses keys, approvals and corrected events repeated within the batch; the database compares them with earlier ones.
 */
function repeatedFaults(events: readonly EventRequest[], places: readonly string[]): readonly Refusal[] {
  const [keys, approvals] = [new Set<string>(), new Set<string>()];
  return events.flatMap(({ key, approval }, index) => {
    const at = places[index] ?? '';
    const found: Refusal[] = [];
    if (keys.has(key)) found.push(keyRepeated(`${at}key`, key));
    if (approval !== undefined && approvals.has(approval))
      found.push(numberRepeated(`${at}approval`, approval));
    keys.add(key);
    if (approval !== undefined) approvals.add(approval);
    return found;
  });
}

/** Refuses two returns of one template and pool in one call, because each is checked against earlier calls. */
function returnedTogether(
  { templates }: Journal,
  events: readonly EventRequest[],
  places: readonly string[],
): readonly Refusal[] {
  const seen = new Set<string>();
  return events.flatMap(({ template: id, pool, insuranceType }, index) => {
    if ((templates.get(id)?.returns ?? []).length === 0) return [];
    const books = `${id} ${pool} ${insuranceType}`;
    const isSecond = seen.has(books);
    seen.add(books);
    return isSecond ? [secondReturn(`${places[index] ?? ''}template`, id)] : [];
  });
}

/** Adds the older system to the note of an event that otherwise only a workflow posts. */
function noted({ templates }: Journal, event: EventRequest, takenOverFrom: string | undefined): EventRequest {
  const template = templates.get(event.template);
  if (takenOverFrom === undefined || template === undefined || workflowOf(template) === undefined)
    return event;
  return { ...event, note: [`接管 taken over: ${takenOverFrom}`, event.note ?? ''].join(' ').trim() };
}

/** Refuses templates reserved to workflows, which have a second person and pay at most what is owed and held. */
function workflowFaults(
  { templates }: Journal,
  events: readonly EventRequest[],
  places: readonly string[],
): readonly Refusal[] {
  return events.flatMap(({ template: id }, index) => {
    const template = templates.get(id);
    const workflow = template === undefined ? undefined : workflowOf(template);
    if (template === undefined || workflow === undefined) return [];
    return [postedByWorkflow(`${places[index] ?? ''}template`, template.name, WORKFLOW_WORDS[workflow])];
  });
}

/** Refuses days before the first month of the books, except for opening balances, which state earlier days. */
async function daysBeforeBooks(
  { ledgerReader }: Pick<FundServices, 'ledgerReader'>,
  scope: Scope,
  { templates }: Journal,
  commands: readonly PostCommand[],
  places: readonly string[],
): Promise<readonly Refusal[]> {
  const books = await ledgerReader.listBooks(scope);
  return commands.flatMap((command, index) => {
    const { pool, insuranceType, template } = command;
    if (templates.get(template)?.kind === 'opening') return [];
    const own = books.find((one) => one.pool === pool && one.insuranceType === insuranceType);
    const before = findDayBefore([command], own?.firstMonth);
    return before === undefined ? [] : [{ ...before, at: `${places[index] ?? ''}effectiveOn` }];
  });
}

/** Refuses pools outside the scope; the other pool may also be the adjustment fund of the caller's own pool. */
async function poolFaults(
  services: FundServices,
  scope: Scope,
  pools: ReadonlyMap<string, unknown>,
  events: readonly EventRequest[],
  places: readonly string[],
): Promise<readonly Refusal[]> {
  const memberships = await services.placeStore.listMemberships(scope);
  return events.flatMap(({ pool, otherPool }, index) => {
    const at = places[index] ?? '';
    if (!pools.has(pool)) return [unknownPool(`${at}pool`, pool)];
    if (otherPool === undefined || pools.has(otherPool)) return [];
    const isOwnFund = memberships.some((one) => one.pool === pool && one.fund === otherPool);
    return isOwnFund ? [] : [unknownPool(`${at}otherPool`, otherPool)];
  });
}
