import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore, StoredScenario } from '#application/ports/scenario-store';
import { openBaseline } from '#application/scenarios/open-baseline';
import { tryScenario, type ReplacedValues } from '#application/scenarios/try-scenario';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, type Decision } from '#kernel/decision';
import type { Hash } from '#rules/pack/load-pack';

/** What scenarios need from outside. */
export interface ScenarioStores {
  readonly runStore: RunStore;
  readonly scenarioStore: ScenarioStore;
  readonly hash: Hash;
}

export interface KeepScenario {
  readonly runId: string;
  readonly name: string;
  readonly note: string;
  readonly values: ReplacedValues;
  /** The instant of the command, ISO 8601 in UTC: knowledge time. */
  readonly now: string;
}

/** Reckons a scenario of a run and keeps it, so that it can be shown and reckoned again; never a run itself. */
export async function keepScenario(
  { runStore, scenarioStore, hash }: ScenarioStores,
  { runId, name, note, values: replaced, now }: KeepScenario,
): Promise<Decision<StoredScenario>> {
  const baseline = await openBaseline(runStore, hash, runId);
  if (!baseline.allowed) return baseline;
  const output = tryScenario(baseline.value, replaced);
  if (!output.allowed) return output;
  const values = canonicalJson(replaced);
  const result = canonicalJson(output.value as unknown as CanonicalValue);
  const identity = { command: 'scenario', runId, engineVersion: ENGINE_VERSION, name, note, values };
  const kept = await scenarioStore.keepScenario({
    id: hash(canonicalJson(identity)).slice(0, SCENARIO_ID_LENGTH),
    runId,
    name,
    note,
    values,
    engineVersion: ENGINE_VERSION,
    result,
    resultHash: hash(result),
    recordedAt: now,
  });
  return allow(kept);
}

/** Hex digits of a scenario's id: 80 bits, as a run's. */
const SCENARIO_ID_LENGTH = 20;
