import { compareReplay, type Replay } from '#application/runs/replay-run';
import { openBaseline } from '#application/scenarios/open-baseline';
import type { ScenarioStores } from '#application/scenarios/keep-scenario';
import { findStored, readValues } from '#application/scenarios/open-scenario';
import { tryScenario } from '#application/scenarios/try-scenario';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, type Decision } from '#kernel/decision';

/** Reckons a kept scenario again from its run's stored input and pack, and compares the bytes. */
export async function replayScenario(stores: ScenarioStores, id: string): Promise<Decision<Replay>> {
  const stored = await findStored(stores, id);
  if (!stored.allowed) return stored;
  const baseline = await openBaseline(stores.runStore, stores.hash, stored.value.runId);
  if (!baseline.allowed) return baseline;
  const output = tryScenario(baseline.value, readValues(stored.value));
  if (!output.allowed) return output;
  const replayed = canonicalJson(output.value as unknown as CanonicalValue);
  return allow(compareReplay(stored.value, replayed, stores.hash));
}
