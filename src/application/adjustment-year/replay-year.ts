import { readProposal } from '#application/adjustment-year/snapshot';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { replayRun, type Replay } from '#application/runs/replay-run';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';

/** The replay of a version's run, and whether every step's content still has its hash. */
export interface YearReplay extends Replay {
  readonly version: number;
}

/** Replays every proposal of a year from what was stored with it; the result is equal to the byte. */
export async function replayYear(
  { adjustmentYearStore, hash }: YearServices,
  scope: Scope,
  id: string,
): Promise<Decision<readonly YearReplay[]>> {
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { steps } = opened.value.state;
    const changed = steps.find(({ content, contentHash }) => hash(content) !== contentHash);
    if (changed !== undefined) return refuse(storedDataAltered(`${id} ${changed.sequence}`));
    const replays: YearReplay[] = [];
    for (const step of steps.filter(({ kind }) => kind === 'proposed')) {
      const replay = await replayRun(office.runs, hash, readProposal(step).run);
      if (!replay.allowed) return replay;
      replays.push({ ...replay.value, version: step.version });
    }
    return allow(replays);
  });
}
