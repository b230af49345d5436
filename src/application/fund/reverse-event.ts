import { explainedOutcome, type EventOutcome } from '#application/fund/post-requested';
import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { Scope } from '#domain/identity/account';
import { badDay, unknownEvent } from '#domain/fund/event-refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parsePlainDate } from '#kernel/plain-date';

export interface ReversalRequest {
  readonly key: string;
  readonly effectiveOn: string;
  readonly note: string;
  readonly approval?: string;
}

/** Undoes an event whole, in red, once; only who may post for its own pool, and never a part of it. */
export async function reverseEvent(
  services: Pick<FundServices, 'ledgerStore' | 'ledgerReader' | 'placeStore'>,
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
  const command = {
    key,
    effectiveOn,
    note,
    now,
    actor: scope.userId,
    reverses: number,
    ...(approval === undefined ? {} : { approval: BigInt(approval) }),
  };
  const outcomes = await services.ledgerStore.within(scope).post([command]);
  return allow(explainedOutcome(present(outcomes[0], 'an outcome')));
}
