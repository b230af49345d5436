import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore, StoredScenario } from '#application/ports/scenario-store';
import { openBaseline } from '#application/scenarios/open-baseline';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import { reckonKept } from '#application/scenarios/reckon-kept';
import type { ReplacedValues } from '#application/scenarios/try-scenario';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
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
  /** With years ahead, if it has them. */
  readonly projection?: ProjectionRequest | undefined;
  /** The instant of the command, ISO 8601 in UTC: knowledge time. */
  readonly now: string;
}

/** Reckons a scenario of a run and keeps it, so that it can be shown and reckoned again; never a run itself. */
export async function keepScenario(
  { runStore, scenarioStore, hash }: ScenarioStores,
  { runId, name, note, values: replaced, projection: ahead, now }: KeepScenario,
): Promise<Decision<StoredScenario>> {
  if (Object.keys(replaced).length === 0 && ahead === undefined) return refuse(nothingVaried());
  const baseline = await openBaseline(runStore, hash, runId);
  if (!baseline.allowed) return baseline;
  const reckoned = reckonKept(baseline.value, replaced, ahead);
  if (!reckoned.allowed) return reckoned;
  const result = reckoned.value;
  const values = canonicalJson(replaced);
  const projection = ahead === undefined ? null : canonicalJson(ahead as unknown as CanonicalValue);
  const identity = {
    command: 'scenario',
    runId,
    engineVersion: ENGINE_VERSION,
    name,
    note,
    values,
    ...(projection === null ? {} : { projection }),
  };
  const kept = await scenarioStore.keepScenario({
    id: hash(canonicalJson(identity)).slice(0, SCENARIO_ID_LENGTH),
    runId,
    name,
    note,
    values,
    projection,
    engineVersion: ENGINE_VERSION,
    result,
    resultHash: hash(result),
    recordedAt: now,
  });
  return allow(kept);
}

/** Hex digits of a scenario's id: 80 bits, as a run's. */
const SCENARIO_ID_LENGTH = 20;

function nothingVaried(): Refusal {
  return {
    code: 'nothing_varied',
    at: 'values',
    what: {
      zh: '既没有替换数值，也没有多年推演',
      en: 'no value is replaced and no years ahead are asked for',
    },
    next: { zh: '请至少替换一个数值，或给出年数和增长率', en: 'replace a value, or give years and growth' },
  };
}
