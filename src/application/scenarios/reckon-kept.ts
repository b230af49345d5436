import type { ExplainedOutput } from '#application/adjustment/output';
import type { StoredScenario } from '#application/ports/scenario-store';
import type { Baseline } from '#application/scenarios/open-baseline';
import { projectScenario } from '#application/scenarios/project-scenario';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import { projectionView, type ProjectionView } from '#application/scenarios/projection-view';
import { tryScenario, type ReplacedValues } from '#application/scenarios/try-scenario';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, type Decision } from '#kernel/decision';

/** What is kept of a scenario: the year itself, explained, and the years ahead where it has them. */
export interface Kept {
  readonly output: ExplainedOutput;
  readonly projection?: ProjectionView;
}

/**
 * Reckons all that is kept of a scenario, as the canonical JSON that replays compare: of one year its output alone,
 * with years ahead `{ output, projection }`.
 */
export function reckonKept(
  baseline: Baseline,
  values: ReplacedValues,
  ahead: ProjectionRequest | undefined,
): Decision<string> {
  const output = tryScenario(baseline, values);
  if (!output.allowed) return output;
  if (ahead === undefined) return allow(canonicalJson(output.value as unknown as CanonicalValue));
  const years = projectScenario(baseline, values, ahead);
  if (!years.allowed) return years;
  const projection = projectionView(baseline, values, ahead, years.value);
  return allow(canonicalJson({ output: output.value, projection } as unknown as CanonicalValue));
}

/** Reads back what `reckonKept` gave. */
export function readKept({ result, projection }: Pick<StoredScenario, 'result' | 'projection'>): Kept {
  if (projection === null) return { output: JSON.parse(result) as ExplainedOutput };
  return JSON.parse(result) as Kept;
}
