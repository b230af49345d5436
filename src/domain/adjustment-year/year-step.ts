import { present } from '#kernel/assert';

/**
 * The kinds of recorded steps of a fund's year, in order. `corrected` opens a further version; everything before it
 * stays. `drop_asked` asks to give that version up before anything else was proposed in it.
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
  'drop_asked',
] as const;

export type YearStepKind = (typeof YEAR_STEPS)[number];

/** A recorded step; it is never changed. */
export interface YearStep {
  /** Number of the step within its year, from 1 without gaps. */
  readonly sequence: number;
  readonly kind: YearStepKind;
  /** Version of the year that the step belongs to, from 1. */
  readonly version: number;
  /** Number of the step that this one acts on: the proposal, check or approval. */
  readonly of: number | null;
  /** User id of the person who took the step. */
  readonly by: string;
  /** Knowledge time, ISO 8601 in UTC. */
  readonly at: string;
  readonly note: string;
  /** User ids of the makers: every person behind a figure, the freeze and the proposal. None of them decides. */
  readonly makers: readonly string[] | null;
  /** The caller's key of the request: a request sent again is the same step. */
  readonly requestKey: string | null;
  /** Canonical JSON of the step's content: frozen figures, proposal, or payments. */
  readonly content: string;
  readonly contentHash: string;
}

/**
 * The state of a year. `dropping`: a second person has yet to confirm that a correction is dropped; `approved`:
 * obligations exist, no payment yet; `final`: nothing is left to pay.
 */
export type YearPhase =
  'gathering' | 'frozen' | 'dropping' | 'proposed' | 'checked' | 'approved' | 'paying' | 'final';

export interface YearState {
  readonly phase: YearPhase;
  readonly version: number;
  /** The last step of each kind in this version that still counts; a return cancels the step returned. */
  readonly frozen?: YearStep;
  readonly dropAsked?: YearStep;
  readonly proposed?: YearStep;
  readonly checked?: YearStep;
  readonly approved?: YearStep;
  readonly last?: YearStep;
  /** For a year under correction, its state before: it binds until the correction is approved or dropped. */
  readonly inForce?: YearState;
  readonly steps: readonly YearStep[];
}

const START: YearState = { phase: 'gathering', version: 1, steps: [] };

/** Folds the steps of one year, ordered by number, into its state. */
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
    case 'drop_asked':
      return { ...common, ...keptInForce(state), ...kept({ frozen }), phase: 'dropping', dropAsked: step };
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
      return {
        ...common,
        ...kept({ frozen, proposed, checked }),
        phase: isLast(step) ? 'final' : 'approved',
        approved: step,
      };
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

/** Whether a return drops the whole correction, so that the version before stands again. */
export function isDropped({ kind, content }: YearStep): boolean {
  return kind === 'returned' && (JSON.parse(content) as { readonly outcome?: string }).outcome === 'dropped';
}

/** Whether the content of a payment, or of an approval that leaves nothing to pay, marks it as the last one. */
function isLast({ content }: YearStep): boolean {
  return (JSON.parse(content) as { readonly isFinal?: boolean }).isFinal === true;
}

type Kept = Partial<Record<'frozen' | 'proposed' | 'checked' | 'approved', YearStep | undefined>>;

function kept(steps: Kept): Partial<Record<keyof Kept, YearStep>> {
  return Object.fromEntries(Object.entries(steps).filter(([, step]) => step !== undefined));
}
