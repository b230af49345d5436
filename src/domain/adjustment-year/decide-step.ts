import * as refusals from '#domain/adjustment-year/refusals';
import type { YearPhase, YearState, YearStep, YearStepKind } from '#domain/adjustment-year/year-step';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A step that may be asked for; a year is opened by its own command. `dropped` is a return that ends a correction. */
export type AskedStep = Exclude<YearStepKind, 'opened'> | 'dropped';

/** In which phases a step may be done. */
export const PHASES_OF: Readonly<Record<AskedStep, readonly YearPhase[]>> = {
  frozen: ['gathering', 'frozen'],
  proposed: ['frozen'],
  checked: ['proposed'],
  returned: ['proposed', 'checked'],
  dropped: ['proposed', 'checked'],
  approved: ['checked'],
  paid: ['approved', 'paying'],
  corrected: ['approved', 'paying', 'final'],
};

/** Steps that decide on what others made; the others are done by whoever makes. */
export const DECIDING: readonly AskedStep[] = ['checked', 'returned', 'dropped', 'approved'];

const WITH_REASON: readonly AskedStep[] = ['returned', 'dropped', 'corrected'];

/** Whether a step follows now, whoever does it; only a correction can be dropped. */
export function isPossible({ phase, inForce }: YearState, kind: AskedStep): boolean {
  return PHASES_OF[kind].includes(phase) && (kind !== 'dropped' || inForce !== undefined);
}

/** What a step leads to: where it stands among the steps, its version, what it follows from and who made that. */
export type StepPlace = Pick<YearStep, 'sequence' | 'version' | 'of' | 'makers'>;

/**
 * Whether a person may do a step now (SC-3.3-a: duties are separated). Nobody decides on what that person helped to
 * make, whether by a figure, the freeze or the proposal, and nobody approves what that person checked: 经办, 复核 and 审批 are
 * three people's. A return, a correction and
 * its dropping need their reason. A dropped version's number is not given again.
 * @param figureMakers who recorded the figures; only asked for a freeze
 */
export function decideStep(
  state: YearState,
  kind: AskedStep,
  { by, note }: { readonly by: string; readonly note: string },
  figureMakers: readonly string[] = [],
): Decision<StepPlace> {
  if (!isPossible(state, kind)) return refuse(refusals.wrongPhase(kind, state.phase));
  if (WITH_REASON.includes(kind) && note.trim() === '') return refuse(refusals.reasonMissing());
  const { proposed, frozen } = state;
  const makers = (kind === 'frozen' ? figureMakers : (proposed?.makers ?? frozen?.makers)) ?? [];
  if (DECIDING.includes(kind) && makers.includes(by)) return refuse(refusals.sameMaker());
  if (kind === 'approved' && state.checked?.by === by) return refuse(refusals.sameChecker());
  const sequence = (state.last?.sequence ?? 0) + 1;
  const version = kind === 'corrected' ? lastVersion(state) + 1 : state.version;
  return allow({ sequence, version, of: precursor(state, kind), makers: makersOf(kind, makers, by) });
}

/** Whether a person may do a step now, for lists of what waits. */
export function mayDo(state: YearState, kind: AskedStep, by: string): boolean {
  return decideStep(state, kind, { by, note: 'asked' }).allowed;
}

function lastVersion({ version, steps }: YearState): number {
  return Math.max(version, ...steps.map((step) => step.version));
}

function makersOf(kind: AskedStep, makers: readonly string[], by: string): readonly string[] | null {
  if (kind === 'corrected') return null;
  return kind === 'frozen' || kind === 'proposed' ? [...new Set([...makers, by])].toSorted() : makers;
}

function precursor(state: YearState, kind: AskedStep): number | null {
  switch (kind) {
    case 'proposed':
      return state.frozen?.sequence ?? null;
    case 'checked':
      return state.proposed?.sequence ?? null;
    case 'returned':
    case 'dropped':
      return (state.checked ?? state.proposed)?.sequence ?? null;
    case 'approved':
      return state.checked?.sequence ?? null;
    case 'paid':
      return state.approved?.sequence ?? null;
    case 'frozen':
    case 'corrected':
      return null;
  }
}
