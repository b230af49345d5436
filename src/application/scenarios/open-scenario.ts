import type { StoredScenario, StoredScenarioSummary } from '#application/ports/scenario-store';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { compareRuns, type ScenarioComparison } from '#application/scenarios/compare-runs';
import type { ScenarioStores } from '#application/scenarios/keep-scenario';
import { openBaseline } from '#application/scenarios/open-baseline';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import type { ProjectionView } from '#application/scenarios/projection-view';
import { readKept } from '#application/scenarios/reckon-kept';
import type { ReplacedValues } from '#application/scenarios/try-scenario';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** What lists show of a kept scenario: all but its result, with the values read. */
export interface ScenarioSummary extends Omit<StoredScenarioSummary, 'values' | 'projection'> {
  readonly values: ReplacedValues;
  readonly projection?: ProjectionRequest;
}

/** A kept scenario beside its run, both as they were stored: nothing is reckoned again. */
export interface ScenarioView {
  readonly scenario: ScenarioSummary;
  readonly comparison: ScenarioComparison;
  /** The years ahead, if it was kept with them; the comparison is then that of the first year. */
  readonly projection?: ProjectionView;
}

export async function openScenario(stores: ScenarioStores, id: string): Promise<Decision<ScenarioView>> {
  const stored = await findStored(stores, id);
  if (!stored.allowed) return stored;
  const scenario = scenarioSummary(stored.value);
  const baseline = await openBaseline(stores.runStore, stores.hash, scenario.runId);
  if (!baseline.allowed) return baseline;
  const { output, projection } = readKept(stored.value);
  const comparison = compareRuns(baseline.value, scenario.values, output);
  return allow({ scenario, comparison, ...(projection === undefined ? {} : { projection }) });
}

/** The scenario as stored; refused where there is none, or where its result no longer has its hash. */
export async function findStored(
  { scenarioStore, hash }: ScenarioStores,
  id: string,
): Promise<Decision<StoredScenario>> {
  const stored = await scenarioStore.findScenario(id);
  if (stored === undefined) return refuse(unknownScenario(id));
  return hash(stored.result) === stored.resultHash
    ? allow(stored)
    : refuse(storedDataAltered(`scenario ${id}`));
}

export function scenarioSummary(stored: StoredScenarioSummary): ScenarioSummary {
  const { id, runId, name, note, engineVersion, resultHash, recordedAt } = stored;
  const values = readValues(stored);
  const projection = readAhead(stored);
  return {
    id,
    runId,
    name,
    note,
    engineVersion,
    resultHash,
    recordedAt,
    values,
    ...(projection === undefined ? {} : { projection }),
  };
}

export function readValues({ values }: Pick<StoredScenarioSummary, 'values'>): ReplacedValues {
  return JSON.parse(values) as ReplacedValues;
}

/** The years ahead that were asked for, if any were. */
export function readAhead({
  projection,
}: Pick<StoredScenarioSummary, 'projection'>): ProjectionRequest | undefined {
  return projection === null ? undefined : (JSON.parse(projection) as ProjectionRequest);
}

function unknownScenario(id: string): Refusal {
  return {
    code: 'unknown_scenario',
    at: id,
    what: { zh: `没有已存情景 ${id}`, en: `there is no kept scenario ${id}` },
    next: { zh: '请从已存情景列表中选择', en: 'choose one from the list of kept scenarios' },
  };
}
