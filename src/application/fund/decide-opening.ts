import type { KeptEvent, KeptOpening, OpeningStore } from '#application/ports/opening-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { PostCommand } from '#domain/fund/ledger-command';
import { openingDecided, unknownOpening } from '#domain/fund/opening-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/**
 * Approves a file of opening balances and posts all its events, or rejects it; never by the person who imported it. One
 * event that the ledger refuses undoes everything, the decision too.
 */
export async function decideOpening(
  { openingStore }: { readonly openingStore: OpeningStore },
  scope: Scope,
  id: bigint,
  decision: 'approved' | 'rejected',
  now: string,
): Promise<Decision<{ readonly posted: number }>> {
  return decideWithin(openingStore, scope, async (office) => {
    const opening = await office.find(id);
    if (opening === undefined) return refuse(unknownOpening(id.toString()));
    if (opening.requestedBy === scope.userId) return refuse(postingRefusal('same_person', id.toString()));
    const isRecorded = await office.decide(opening, decision, now);
    if (!isRecorded) return refuse(openingDecided(id.toString()));
    const ofRequests = refusedOf(opening, await office.decideRequests(opening, decision, now));
    if (!ofRequests.allowed || decision === 'rejected') return ofRequests;
    const commands = opening.events.map((event) => commandOf(opening, event, scope.userId, now));
    return refusedOf(opening, await office.post(commands), commands.length);
  });
}

/** Refuses with the code of each refused event; if there is none, returns the number of events posted. */
function refusedOf(
  { events }: KeptOpening,
  codes: readonly (string | null)[],
  posted = 0,
): Decision<{ readonly posted: number }> {
  const refusals = codes.flatMap((code, index): readonly Refusal[] =>
    code === null ? [] : [postingRefusal(code, events[index]?.at ?? '')],
  );
  const [first, ...others] = refusals;
  return first === undefined ? allow({ posted }) : refuse(first, ...others);
}

function commandOf(
  { fileHash, fileName, packHash, effectiveOn }: KeptOpening,
  { at, template, pool, insuranceType, counterparty, amounts, approval }: KeptEvent,
  actor: string,
  now: string,
): PostCommand {
  const line = at.slice(fileName.length + 1);
  return {
    key: `opening ${fileHash.slice(0, 16)} ${line}`,
    packHash,
    template,
    pool,
    insuranceType,
    ...(counterparty === null ? {} : { counterparty }),
    amounts,
    effectiveOn,
    now,
    actor,
    approval,
    note: `${at}, SHA-256 ${fileHash}`,
  };
}
