import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { RunStore, StoredRun } from '#application/ports/run-store';
import { readRunInput } from '#application/runs/run-input';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { unknownRun } from '#application/runs/unknown-run';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { present } from '#kernel/assert';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, refuse, type Decision } from '#kernel/decision';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';

/** What came of reckoning a stored run again from what was stored with it. */
export interface Replay {
  readonly id: string;
  readonly recordedAt: string;
  readonly engineThen: string;
  readonly engineNow: string;
  readonly storedHash: string;
  readonly replayedHash: string;
  /** True when the result is the same to the byte, and the stored bytes still have the stored hash. */
  readonly isSame: boolean;
}

/** Reckons a stored run again from its stored input and pack artefact and compares the bytes. */
export async function replayRun(
  store: Pick<RunStore, 'findRun' | 'findArtefact'>,
  hash: Hash,
  id: string,
): Promise<Decision<Replay>> {
  const run = await store.findRun(id);
  if (run === undefined) return refuse(unknownRun(id));
  const artefact = present(await store.findArtefact(run.packHash), `the artefact of pack ${run.packHash}`);
  if (hash(artefact.text) !== run.packHash) return refuse(storedDataAltered(`pack_artefact ${id}`));
  const output = proposeAdjustment(packFromArtefact(artefact.text, hash), readRunInput(run.input).request);
  if (!output.allowed) return output;
  return allow(compareReplay(run, canonicalJson(output.value as unknown as CanonicalValue), hash));
}

/** Compares what was stored, a run or a scenario of one, with what came of reckoning it again. */
export function compareReplay(
  run: Pick<StoredRun, 'id' | 'recordedAt' | 'engineVersion' | 'result' | 'resultHash'>,
  replayed: string,
  hash: Hash,
): Replay {
  const isIntact = hash(run.result) === run.resultHash;
  return {
    id: run.id,
    recordedAt: run.recordedAt,
    engineThen: run.engineVersion,
    engineNow: ENGINE_VERSION,
    storedHash: run.resultHash,
    replayedHash: hash(replayed),
    isSame: isIntact && replayed === run.result,
  };
}
