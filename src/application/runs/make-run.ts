import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { artefactOf } from '#application/packs/pack-artefact';
import type { RunStore, StoredRun } from '#application/ports/run-store';
import { writeRunInput, type RunInput } from '#application/runs/run-input';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, type Decision } from '#kernel/decision';
import type { Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

export interface MakeRun {
  readonly pack: Pack;
  readonly request: AdjustmentRequest;
  /** Origins of the figures, by node id; none where nobody told them. */
  readonly origins?: RunInput['origins'];
  /** Where the figures came from, in words: shown wherever the result is. */
  readonly dataNote: string;
  /** The instant of the command, ISO 8601 in UTC: knowledge time. */
  readonly now: string;
  /** `refuse` for a run that money follows: no assumed figure and no draft enters it. */
  readonly assumptions?: 'state' | 'refuse';
}

/** Reckons a proposal and keeps it with its input, pack and engine version, so that it can be reckoned again. */
export async function makeRun(
  store: RunStore,
  hash: Hash,
  { pack, request, origins = {}, dataNote, now, assumptions }: MakeRun,
): Promise<Decision<StoredRun>> {
  const output = proposeAdjustment(pack, request, assumptions);
  if (!output.allowed) return output;
  const input = writeRunInput({ request, origins });
  const result = canonicalJson(output.value as unknown as CanonicalValue);
  const identity = { command: 'adjust', packHash: pack.hash, engineVersion: ENGINE_VERSION, dataNote, input };
  await store.keepArtefact(artefactOf(pack));
  const run = await store.keepRun({
    id: hash(canonicalJson(identity)).slice(0, RUN_ID_LENGTH),
    command: 'adjust',
    packId: pack.raw.id,
    packHash: pack.hash,
    engineVersion: ENGINE_VERSION,
    year: request.year,
    scheme: request.scheme,
    dataNote,
    input,
    result,
    resultHash: hash(result),
    recordedAt: now,
  });
  return allow(run);
}

/** Hex digits of a run's id: 80 bits, so that two runs of a province's whole history never meet by chance. */
const RUN_ID_LENGTH = 20;
