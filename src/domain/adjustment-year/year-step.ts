import { present } from '#kernel/assert';

/**
 * What is recorded of a fund's year, in order. `corrected` opens a further version of it; everything before it stays.
 */
export const YEAR_STEPS = [
  'opened',
  'frozen',
  'proposed',
  'checked',
  'returned',
  'approved',
  'paid',
  'corrected',
] as const;

export type YearStepKind = (typeof YEAR_STEPS)[number];

/** A step as it was recorded; it is never changed. */
export interface YearStep {
  /** The place of the step among those of its year, from 1 without gaps. */
  readonly sequence: number;
  readonly kind: YearStepKind;
  /** Which version of the year it is about, from 1. */
  readonly version: number;
  /** The step that this one follows from: what was proposed, checked, approved. */
  readonly of: number | null;
  /** User id of the person who did it. */
  readonly by: string;
  /** Knowledge time, ISO 8601 in UTC. */
  readonly at: string;
  readonly note: string;
  /** Who made what is proposed: every person behind a figure, the freeze and the proposal. None of them decides. */
  readonly makers: readonly string[] | null;
  /** Names a request of the caller's, so that one that is sent again is the same. */
  readonly requestKey: string | null;
  /** Canonical JSON of what the step holds: the frozen figures, the proposal, what was paid. */
  readonly content: string;
  readonly contentHash: string;
}

/** Where a year stands. `approved` has obligations and no payment yet; `final` has nothing left to pay. */
export type YearPhase = 'gathering' | 'frozen' | 'proposed' | 'checked' | 'approved' | 'paying' | 'final';

export interface YearState {
  readonly phase: YearPhase;
  readonly version: number;
  /** The last step of each kind in this version that still counts; a return takes back what it returned. */
  readonly frozen?: YearStep;
  readonly proposed?: YearStep;
  readonly checked?: YearStep;
  readonly approved?: YearStep;
  readonly last?: YearStep;
  /** Of a year under correction, how it stood before: what binds until the correction is approved, or dropped. */
  readonly inForce?: YearState;
  readonly steps: readonly YearStep[];
}

const START: YearState = { phase: 'gathering', version: 1, steps: [] };

/** Folds the steps of one year, in order of their sequence. */
export function foldYear(steps: readonly YearStep[]): YearState {
  return steps.reduce(applyStep, START);
}

function applyStep(state: YearState, step: YearStep): YearState {
  const common = { version: step.version, last: step, steps: [...state.steps, step] };
  const { frozen, proposed, checked, approved, inForce } = state;
  switch (step.kind) {
    case 'opened':
      return { ...common, phase: 'gathering' };
    case 'corrected':
      return { ...common, phase: 'gathering', inForce: state };
    case 'returned':
      if (isDropped(step))
        return { ...present(inForce, 'the version in force'), last: step, steps: common.steps };
      return { ...common, ...keptInForce(state), phase: 'gathering' };
    case 'frozen':
      return { ...common, ...keptInForce(state), phase: 'frozen', frozen: step };
    case 'proposed':
      return { ...common, ...keptInForce(state), ...kept({ frozen }), phase: 'proposed', proposed: step };
    case 'checked':
      return {
        ...common,
        ...keptInForce(state),
        ...kept({ frozen, proposed }),
        phase: 'checked',
        checked: step,
      };
    case 'approved':
      return { ...common, ...kept({ frozen, proposed, checked }), phase: 'approved', approved: step };
    case 'paid':
      return {
        ...common,
        ...kept({ frozen, proposed, checked, approved }),
        phase: isLast(step) ? 'final' : 'paying',
      };
  }
}

function keptInForce({ inForce }: YearState): Pick<YearState, 'inForce'> {
  return inForce === undefined ? {} : { inForce };
}

/** Whether a return took back the correction whole, so that the version before stands as it was. */
export function isDropped({ kind, content }: YearStep): boolean {
  return kind === 'returned' && (JSON.parse(content) as { readonly outcome?: string }).outcome === 'dropped';
}

/** What a payment's content says of itself. */
function isLast({ content }: YearStep): boolean {
  return (JSON.parse(content) as { readonly isFinal?: boolean }).isFinal === true;
}

type Kept = Partial<Record<'frozen' | 'proposed' | 'checked' | 'approved', YearStep | undefined>>;

function kept(steps: Kept): Partial<Record<keyof Kept, YearStep>> {
  return Object.fromEntries(Object.entries(steps).filter(([, step]) => step !== undefined));
}
