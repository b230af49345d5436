import * as refusals from '#domain/adjustment-year/refusals';
import type { YearPhase, YearState, YearStep, YearStepKind } from '#domain/adjustment-year/year-step';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

/** A step that may be requested; opening a year has its own command. `dropped` is a return that ends a correction. */
export type AskedStep = Exclude<YearStepKind, 'opened'> | 'dropped';

/** The phases in which each step may be taken. */
export const PHASES_OF: Readonly<Record<AskedStep, readonly YearPhase[]>> = {
  frozen: ['gathering', 'frozen'],
  proposed: ['frozen'],
  checked: ['proposed'],
  drop_asked: ['gathering', 'frozen'],
  returned: ['dropping', 'proposed', 'checked'],
  dropped: ['dropping', 'proposed', 'checked'],
  approved: ['checked'],
  paid: ['approved', 'paying'],
  corrected: ['approved', 'paying', 'final'],
};

/** Steps by which a second person decides; makers take the others. */
export const DECIDING: readonly AskedStep[] = ['checked', 'returned', 'dropped', 'approved'];

/** Steps that make the person who takes them a maker. */
const MAKING: readonly AskedStep[] = ['frozen', 'proposed', 'drop_asked'];

const WITH_REASON: readonly AskedStep[] = ['returned', 'dropped', 'corrected', 'drop_asked'];

const OF_CORRECTIONS: readonly AskedStep[] = ['dropped', 'drop_asked'];

/** Whether a step is possible now, for any person; only a correction can be dropped. */
export function isPossible({ phase, inForce }: YearState, kind: AskedStep): boolean {
  return PHASES_OF[kind].includes(phase) && (!OF_CORRECTIONS.includes(kind) || inForce !== undefined);
}

/** A step's place in the year: its number, version, the step it follows from, and the makers of that. */
export type StepPlace = Pick<YearStep, 'sequence' | 'version' | 'of' | 'makers'>;

/**
 * Decides whether a person may take a step now (SC-3.3-a: duties are separated). Nobody decides on a version of which
 * that person recorded a figure, froze the figures or made the proposal, and nobody approves what that person checked:
 * 经办, 复核 and 审批 are three people. Returning, correcting and dropping need a reason. The person who opened a correction
 * counts among those who ask to drop it, so that another one confirms. A dropped version's number is not used again.
 * @param figureMakers who recorded the figures; only asked for a freeze
 */
export function decideStep(
  state: YearState,
  kind: AskedStep,
  { by, note }: { readonly by: string; readonly note: string },
  figureMakers: readonly string[] = [],
): Decision<StepPlace> {
  if (!isPossible(state, kind)) return refuse(refusals.wrongPhase(kind, state.phase));
  if (WITH_REASON.includes(kind) && note.trim() === '') return refuse(reasonMissing('note'));
  const makers = kind === 'frozen' ? figureMakers : makersBefore(state, kind);
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

/** Lists the makers of what a step decides on or adds to. */
function makersBefore(state: YearState, kind: AskedStep): readonly string[] {
  const { proposed, dropAsked, frozen } = state;
  const makers = (proposed ?? dropAsked ?? frozen)?.makers ?? [];
  return kind === 'drop_asked' ? [...makers, correctionOf(state).by] : makers;
}

/** The step that opened the correction that is under way. */
function correctionOf({ version, steps }: YearState): YearStep {
  const opening = steps.findLast((step) => step.kind === 'corrected' && step.version === version);
  return present(opening, 'the opening of the correction');
}

function makersOf(kind: AskedStep, makers: readonly string[], by: string): readonly string[] | null {
  if (kind === 'corrected') return null;
  return MAKING.includes(kind) ? [...new Set([...makers, by])].toSorted() : makers;
}

function precursor(state: YearState, kind: AskedStep): number | null {
  switch (kind) {
    case 'proposed':
      return state.frozen?.sequence ?? null;
    case 'checked':
      return state.proposed?.sequence ?? null;
    case 'returned':
    case 'dropped':
      return (state.checked ?? state.proposed ?? state.dropAsked)?.sequence ?? null;
    case 'drop_asked':
      return correctionOf(state).sequence;
    case 'approved':
      return state.checked?.sequence ?? null;
    case 'paid':
      return state.approved?.sequence ?? null;
    case 'frozen':
    case 'corrected':
      return null;
  }
}
