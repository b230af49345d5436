import { compareReplay, type Replay } from '#application/runs/replay-run';
import { openBaseline } from '#application/scenarios/open-baseline';
import type { ScenarioStores } from '#application/scenarios/keep-scenario';
import { findStored, readAhead, readValues } from '#application/scenarios/open-scenario';
import { reckonKept } from '#application/scenarios/reckon-kept';
import { allow, type Decision } from '#kernel/decision';

/** Reckons a kept scenario again from its run's stored input and pack, and compares the bytes. */
export async function replayScenario(stores: ScenarioStores, id: string): Promise<Decision<Replay>> {
  const stored = await findStored(stores, id);
  if (!stored.allowed) return stored;
  const baseline = await openBaseline(stores.runStore, stores.hash, stored.value.runId);
  if (!baseline.allowed) return baseline;
  const replayed = reckonKept(baseline.value, readValues(stored.value), readAhead(stored.value));
  return replayed.allowed ? allow(compareReplay(stored.value, replayed.value, stores.hash)) : replayed;
}
