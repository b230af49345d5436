import { readEventRequest, type EventRequest } from '#application/fund/event-request';
import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { workflowOf, WORKFLOW_WORDS } from '#application/fund/template-workflow';
import { MACHINE } from '#application/identity/machine-scope';
import { unknownPool } from '#domain/place/refusals';
import type { Scope } from '#domain/identity/account';
import { keyRepeated, numberRepeated, postedByWorkflow } from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import type { LedgerOutcome } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { assert } from '#kernel/assert';
import { allow, allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';

/** What became of an event: its number, and the refusal that is kept under its key where it was not posted. */
export interface EventOutcome extends Omit<LedgerOutcome, 'refusal'> {
  readonly refusal: Refusal | null;
}

export interface RequestedEvents {
  /** The pack by whose templates is posted, by id or hash. */
  readonly pack: string;
  readonly events: readonly EventRequest[];
  /** Where each stands in the input, ending so that a field may follow: `events[3].` or `file:4 `. */
  readonly places: readonly string[];
  /**
   * Of what an older system paid, and whoever controls the machine takes over: from which system and why. Kept in the note of
   * each event that a workflow posts otherwise; nobody with an account may say so.
   */
  readonly takenOverFrom?: string;
}

/**
 * Posts events that a person of these pools asked for, all in one transaction. A request that cannot be read is refused
 * whole, and nothing is kept; what the ledger refuses is kept as refused under its key, and the others are posted. What a
 * workflow posts is posted by nobody alone (SC-3.3-a), on the command line neither, save what is taken over.
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
    ...(takenOverFrom === undefined ? workflowFaults(journal.value, events, places) : []),
  ];
  const commands = events.flatMap((event, index) => {
    const context = { journal: journal.value, at: places[index] ?? '', actor: scope.userId, now };
    return collect(readEventRequest(noted(journal.value, event, takenOverFrom), context), found) ?? [];
  });
  const read = allowUnless(found, () => commands);
  if (!read.allowed) return read;
  const outcomes = await services.ledgerStore.within(scope).post(read.value);
  return allow(outcomes.map(explainedOutcome));
}

/** An outcome with the words of its refusal. */
export function explainedOutcome({ refusal, ...outcome }: LedgerOutcome): EventOutcome {
  return { ...outcome, refusal: refusal === null ? null : postingRefusal(refusal, outcome.key) };
}

/** Keys, approvals and corrected events are the database's to compare with earlier ones; a batch is compared here. */
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

/** An event that a workflow posts otherwise says in its note from where it was taken over. */
function noted({ templates }: Journal, event: EventRequest, takenOverFrom: string | undefined): EventRequest {
  const template = templates.get(event.template);
  if (takenOverFrom === undefined || template === undefined || workflowOf(template) === undefined)
    return event;
  return { ...event, note: [`接管 taken over: ${takenOverFrom}`, event.note ?? ''].join(' ').trim() };
}

/** People pay by the workflows, which have a second person and pay no more than is owed and held. */
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

/** The own pools lie within the scope; the other pool may also be the adjustment fund that the own one belongs to. */
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
