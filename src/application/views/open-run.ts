import type { ExplainedOutput } from '#application/adjustment/output';
import type { RunStore, RunSummary, StoredRun } from '#application/ports/run-store';
import { readRunInput, type RunInput } from '#application/runs/run-input';
import { unknownRun } from '#application/runs/unknown-run';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
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
  const opened = await openStoredRun(store, hash, id);
  return opened.allowed ? allow(opened.value.run) : opened;
}

/** As `openRun`, with the texts as they are stored beside it. */
export async function openStoredRun(
  store: RunStore,
  hash: Hash,
  id: string,
): Promise<Decision<{ readonly stored: StoredRun; readonly run: OpenedRun }>> {
  const stored = await store.findRun(id);
  if (stored === undefined) return refuse(unknownRun(id));
  const artefact = present(
    await store.findArtefact(stored.packHash),
    `the artefact of pack ${stored.packHash}`,
  );
  const run = {
    summary: runSummary(stored),
    output: JSON.parse(stored.result) as ExplainedOutput,
    pack: packFromArtefact(artefact.text, hash),
    origins: readRunInput(stored.input).origins,
  };
  return allow({ stored, run });
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
