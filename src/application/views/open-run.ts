import type { ExplainedOutput } from '#application/adjustment/output';
import type { RunStore, RunSummary, StoredRun } from '#application/ports/run-store';
import { readRunInput, type RunInput } from '#application/runs/run-input';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** A stored run with its result read, and the very pack that it was reckoned with. */
export interface OpenedRun {
  readonly summary: RunSummary;
  readonly output: ExplainedOutput;
  readonly pack: Pack;
  readonly origins: RunInput['origins'];
}

/** Opens a stored run for showing: nothing is reckoned again, and today's pack plays no part. */
export async function openRun(store: RunStore, hash: Hash, id: string): Promise<Decision<OpenedRun>> {
  const run = await store.findRun(id);
  if (run === undefined) return refuse(unknownRun(id));
  const artefact = present(await store.findArtefact(run.packHash), `the artefact of pack ${run.packHash}`);
  return allow({
    summary: runSummary(run),
    output: JSON.parse(run.result) as ExplainedOutput,
    pack: packFromArtefact(artefact.text, hash),
    origins: readRunInput(run.input).origins,
  });
}

/** What lists show of a run: all but its input and result. */
export function runSummary(run: StoredRun): RunSummary {
  return {
    id: run.id,
    command: run.command,
    packId: run.packId,
    packHash: run.packHash,
    engineVersion: run.engineVersion,
    year: run.year,
    scheme: run.scheme,
    dataNote: run.dataNote,
    resultHash: run.resultHash,
    recordedAt: run.recordedAt,
  };
}

function unknownRun(id: string): Refusal {
  return {
    code: 'unknown_run',
    at: id,
    what: { zh: `没有计算记录 ${id}`, en: `there is no run ${id}` },
    next: { zh: '请从计算记录列表中选择', en: 'choose one from the list of runs' },
  };
}
