import { artefactOf } from '#application/packs/pack-artefact';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import { decidePackLife, type PackCommand } from '#domain/pack-life/decide';
import { draftParts } from '#domain/pack-life/draft-parts';
import type { PackEvent } from '#domain/pack-life/pack-event';
import { foldPackLife } from '#domain/pack-life/pack-life';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';

/** A step of a pack version's life as a person asks for it. */
export type PackStep =
  | { readonly kind: 'submit' | 'approve' }
  | { readonly kind: 'check'; readonly failedCases: readonly string[]; readonly casesHash: string }
  | { readonly kind: 'put_in_force'; readonly from: PlainDate; readonly casesHash: string | null }
  | { readonly kind: 'withdraw'; readonly from: PlainDate | null };

export interface StepHead {
  readonly by: string;
  /** Who is signed in; null on the command line, where whoever controls the machine declares a name. */
  readonly userId: string | null;
  /** The instant of the step, ISO 8601 in UTC with milliseconds: knowledge time. */
  readonly now: string;
  readonly note: string;
}

/**
 * Takes a version one step further, or says why not, and gives the events as they were recorded. Submitting
 * keeps the version's content; whether it is a draft is read from the content, never stated. Putting it in force
 * registers its journal with the ledger as well.
 */
export async function advancePack(
  store: PackLifeStore,
  pack: Pack,
  step: PackStep,
  head: StepHead,
): Promise<Decision<readonly PackEvent[]>> {
  const packId = pack.raw.id;
  const life = foldPackLife(packId, await store.listEvents(packId));
  const decision = decidePackLife(life, commandOf(pack, step, head));
  if (!decision.allowed) return decision;
  if (step.kind === 'submit') {
    await store.keepArtefact(artefactOf(pack));
  }
  return (await store.record(decision.value, head.userId))
    ? allow(decision.value)
    : refuse(decidedMeanwhile(packId));
}

function commandOf(pack: Pack, step: PackStep, { userId: _userId, ...head }: StepHead): PackCommand {
  const common = { ...head, packHash: pack.hash };
  return step.kind === 'put_in_force'
    ? { ...common, ...step, draftParts: draftParts(pack) }
    : { ...common, ...step };
}

function decidedMeanwhile(packId: string): Refusal {
  return {
    code: 'decided_meanwhile',
    at: packId,
    what: {
      zh: '另有人刚刚办理了这个政策包，本次没有记录',
      en: 'someone else has just recorded a step on this pack; nothing was recorded',
    },
    next: { zh: '请重看各版本后再办', en: 'look at the versions again, then repeat it' },
  };
}
