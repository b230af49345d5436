import type { YearView } from '#console/api/year-queries.ts';

/** The phases of a year in their order, as the strip shows them. */
export const STAGES = ['gathering', 'frozen', 'proposed', 'checked', 'approved', 'paying', 'final'] as const;

export type Stage = (typeof STAGES)[number];

/** What ends each stage; an opened year gathers, and its last payment makes it final. */
const DONE_BY: Readonly<Record<Stage, string>> = {
  gathering: 'opened',
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
  const reached = STAGES.indexOf(phase);
  // Gathering and paying last until the next phase; of the others the one that follows is under way.
  const lasts = phase === 'gathering' || phase === 'paying';
  const due = phase === 'final' ? STAGES.length : lasts ? reached : reached + 1;
  const lastReturn = steps.findLast(({ kind }) => kind === 'returned')?.sequence ?? 0;
  return STAGES.map((stage, index) => {
    const state = index < due ? 'done' : index === due ? 'now' : 'ahead';
    const step = steps.findLast(
      (one) =>
        one.kind === DONE_BY[stage] &&
        (one.kind === 'opened' || (one.version === version && one.sequence > lastReturn)),
    );
    return { stage, state, step: state === 'ahead' ? undefined : step };
  });
}
