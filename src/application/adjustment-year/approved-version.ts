import {
  readProposal,
  readSnapshot,
  type YearProposal,
  type YearSnapshot,
} from '#application/adjustment-year/snapshot';
import type { YearStep, YearStepKind } from '#domain/adjustment-year/year-step';
import { present } from '#kernel/assert';

/** An approved version of a year: it binds until a later one is approved, whatever is gathered meanwhile. */
export interface ApprovedVersion {
  readonly version: number;
  readonly approved: YearStep;
  readonly snapshot: YearSnapshot;
  readonly proposal: YearProposal;
}

/**
 * The last approved version of a year, among those for which `wanted` returns true; undefined where none was approved.
 * @param steps of one year, in order
 */
export function findApproved(
  steps: readonly YearStep[],
  wanted: (version: number) => boolean = () => true,
): ApprovedVersion | undefined {
  const approved = steps.findLast(({ kind, version }) => kind === 'approved' && wanted(version));
  if (approved === undefined) return undefined;
  const { version } = approved;
  return {
    version,
    approved,
    snapshot: readSnapshot(stepOf(steps, version, 'frozen')),
    proposal: readProposal(stepOf(steps, version, 'proposed')),
  };
}

function stepOf(steps: readonly YearStep[], version: number, kind: YearStepKind): YearStep {
  return present(
    steps.findLast((step) => step.kind === kind && step.version === version),
    `the step ${kind} of version ${version}`,
  );
}
