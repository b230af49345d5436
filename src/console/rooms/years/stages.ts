import type { YearView } from '#console/api/year-queries.ts';

/** The phases of a year in their order, as the strip shows them. */
export const STAGES = ['gathering', 'frozen', 'proposed', 'checked', 'approved', 'paying', 'final'] as const;

export type Stage = (typeof STAGES)[number];

/** What ends each stage; the last payment makes a year final. */
const DONE_BY: Readonly<Record<Exclude<Stage, 'gathering'>, string>> = {
  frozen: 'frozen',
  proposed: 'proposed',
  checked: 'checked',
  approved: 'approved',
  paying: 'paid',
  final: 'paid',
};

export interface StageState {
  readonly stage: Stage;
  readonly state: 'done' | 'now' | 'ahead';
  /** Who did it in this version, or last did a part of it. */
  readonly step: YearView['steps'][number] | undefined;
}

/** Each stage of the present version: done, the one that is under way, or ahead. */
export function stagesOf({
  phase,
  version,
  steps,
}: Pick<YearView, 'phase' | 'version' | 'steps'>): StageState[] {
  const own = steps.filter((one) => one.version === version);
  const lastReturn = own.findLast(({ kind }) => kind === 'returned')?.sequence ?? 0;
  const isFrozen = own.some(({ kind, sequence }) => kind === 'frozen' && sequence > lastReturn);
  // A correction whose dropping was asked for stands where it was.
  const reached = STAGES.indexOf(phase === 'dropping' ? (isFrozen ? 'frozen' : 'gathering') : phase);
  // Gathering and paying last until the next phase; of the others the one that follows is under way.
  const lasts = STAGES[reached] === 'gathering' || phase === 'paying';
  const due = phase === 'final' ? STAGES.length : lasts ? reached : reached + 1;
  return STAGES.map((stage, index) => {
    const state = index < due ? 'done' : index === due ? 'now' : 'ahead';
    // A version is gathered from its opening on, also after a return.
    const step =
      stage === 'gathering'
        ? own.find(({ kind }) => kind === 'opened' || kind === 'corrected')
        : own.findLast((one) => one.kind === DONE_BY[stage] && one.sequence > lastReturn);
    return { stage, state, step: state === 'ahead' ? undefined : step };
  });
}
