import { findDayAhead, findDayBefore } from '#application/fund/find-day-ahead';
import { explainedOutcome, type EventOutcome } from '#application/fund/post-requested';
import { openJournal } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { workflowOf, WORKFLOW_WORDS } from '#application/fund/template-workflow';
import { getPool } from '#application/place/get-pool';
import type { JournalEvent } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';
import { badDay, postedByWorkflow, unknownEvent } from '#domain/fund/event-refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parsePlainDate } from '#kernel/plain-date';

export interface ReversalRequest {
  readonly key: string;
  readonly effectiveOn: string;
  readonly note: string;
  readonly approval?: string;
}

/**
 * Reverses a whole event (in red) once, by a person who may post for its pool. Refuses events of workflows: reversed by
 * one person alone, their amounts would be owed, and paid, again.
 */
export async function reverseEvent(
  services: FundServices,
  scope: Scope,
  number: bigint,
  { key, effectiveOn: text, note, approval }: ReversalRequest,
  now: string,
): Promise<Decision<EventOutcome>> {
  const effectiveOn = parsePlainDate(text);
  if (effectiveOn === undefined) return refuse(badDay('effectiveOn', text));
  const found = await services.ledgerReader.findEvent(scope, number);
  if (found === undefined) return refuse(unknownEvent(number.toString()));
  const { pool } = found.event;
  if (pool !== null) {
    // An event between two pools is seen from both sides, and undone from the side that posted it.
    const own = await getPool(services, scope, pool);
    if (!own.allowed) return own;
  }
  const workflow = await workflowBehind(services, found.event);
  if (!workflow.allowed) return workflow;
  const command = {
    key,
    effectiveOn,
    note,
    now,
    actor: scope.userId,
    reverses: number,
    ...(approval === undefined ? {} : { approval: BigInt(approval) }),
  };
  const { insuranceType } = found.event;
  const own =
    pool === null || insuranceType === null
      ? undefined
      : await services.ledgerReader.findBooks(scope, { pool, insuranceType });
  const ahead = findDayAhead([command]) ?? findDayBefore([command], own?.firstMonth);
  if (ahead !== undefined) return refuse(ahead);
  const outcomes = await services.ledgerStore.within(scope).post([command]);
  return allow(explainedOutcome(present(outcomes[0], 'an outcome')));
}

/**
 * Refuses to reverse an event that a workflow posted; a year-end closing pays nothing out and may be reversed, to be
 * posted again before December is closed.
 */
async function workflowBehind(
  services: FundServices,
  { template: id, packHash, refusal }: JournalEvent,
): Promise<Decision<null>> {
  if (id === null || packHash === null || refusal !== null) return allow(null);
  const journal = await openJournal(services, packHash);
  if (!journal.allowed) return journal;
  const template = journal.value.templates.get(id);
  const workflow = template === undefined ? undefined : workflowOf(template);
  return template === undefined || workflow === undefined || workflow === 'year_closing'
    ? allow(null)
    : refuse(postedByWorkflow('template', template.name, WORKFLOW_WORDS[workflow]));
}
