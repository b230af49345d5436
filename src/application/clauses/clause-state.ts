import type { ClauseUse, UseKind } from '#application/clauses/clause-uses';
import type { Clause } from '#rules/pack/raw-pack';

export type ClauseState = 'built' | 'partly' | 'not yet';

/** What is reckoned: a step, or a value that fills one. A rule may also be what the pipeline is as a whole. */
const COMPUTED: Readonly<Record<Clause['kind'], readonly UseKind[]>> = {
  rule: ['step', 'step_value', 'pipeline'],
  control: ['step'],
  process: ['step'],
  report: ['step'],
  platform: ['step'],
};

/**
 * How far a clause works, derived and never claimed. A rule is built where something that is reckoned cites it
 * and a test names it; another duty only where a step itself cites it and a test names it. One that is only
 * stated (by a value that no step uses, a pool, a reading), or only shown by a test, is partly there.
 */
export function clauseState(
  kind: Clause['kind'],
  uses: readonly ClauseUse[],
  tests: readonly string[],
): ClauseState {
  const isComputed = uses.some((use) => COMPUTED[kind].includes(use.kind));
  if (isComputed && tests.length > 0) return 'built';
  return uses.length > 0 || tests.length > 0 ? 'partly' : 'not yet';
}
