import type { Account, RoleId } from '#console/api/session-queries.ts';
import type { NextStep, PlaceVersion, PlaceVersions } from '#console/api/version-queries.ts';
import { holds } from '#console/session/session.ts';

/** A step of a version as a form asks for it; `submit` is of a place's present content. */
export type StepKind = NextStep | 'submit';

/** The steps to offer for a version: what its state allows, but never the start of what is known to be a draft. */
export function offeredSteps(place: PlaceVersions, version: PlaceVersion): readonly NextStep[] {
  const isDraft = isPresent(place, version) && (place.present?.draftParts.length ?? 0) > 0;
  return version.next.filter((step) => !(step === 'put_in_force' && isDraft));
}

/** Whether the person's roles at the place take the step; the server decides again, and by person as well. */
export function mayTake(
  account: Account | undefined,
  places: readonly string[],
  step: StepKind,
  state: PlaceVersion['state'] | undefined,
): boolean {
  return places.some((place) => holds(account, rolesOf(step, state), place));
}

function rolesOf(step: StepKind, state: PlaceVersion['state'] | undefined): readonly RoleId[] {
  if (step === 'submit' || step === 'check') return ['policy_maker'];
  const isMakers = step === 'withdraw' && (state === 'draft' || state === 'checked');
  return isMakers ? ['policy_maker', 'policy_checker'] : ['policy_checker'];
}

/** Where the pack's place may stand in the register: a pack whose files are gone is that of its id. */
export function placesOf({ packId, present }: PlaceVersions): readonly string[] {
  return present?.places ?? [packId];
}

/** The day that a step needs: the first day in force, the first day no longer in force, or none. */
export function dayOf(
  step: StepKind,
  state: PlaceVersion['state'] | undefined,
): 'starts' | 'ends' | undefined {
  if (step === 'put_in_force') return 'starts';
  return step === 'withdraw' && state === 'in_force' ? 'ends' : undefined;
}

/** Whether the version has the content that the files have now. */
export function isPresent({ present }: PlaceVersions, { hash }: PlaceVersion): boolean {
  return present?.hash === hash;
}

/** How a version stands today: what is in force is so whatever was decided for later. */
export function standingOf({ isInForce, state }: PlaceVersion): PlaceVersion['state'] | 'now' {
  return isInForce ? 'now' : state;
}

/** The versions that somebody still has to go on with. */
export function pendingOf({ versions }: PlaceVersions): readonly PlaceVersion[] {
  return versions.filter(
    ({ state, isInForce }) =>
      ['draft', 'checked', 'approved'].includes(state) || (state === 'in_force' && !isInForce),
  );
}

export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
