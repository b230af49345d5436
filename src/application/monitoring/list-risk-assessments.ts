import { readAssessed } from '#application/monitoring/assess-risk';
import { unknownRiskAssessment } from '#application/monitoring/refusals';
import type { MonitoringServices } from '#application/monitoring/services';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import type { KeptRiskAssessment, RiskAssessmentKey } from '#application/ports/risk-assessment-store';
import type { Scope } from '#domain/identity/account';
import { planMonitoring } from '#domain/monitoring/plan-monitoring';
import { lineAt, type WarningLine } from '#domain/monitoring/warning-lines';
import { allow, refuse, type Decision } from '#kernel/decision';
import { addMonths, type Month } from '#kernel/month';
import { floorToInteger } from '#kernel/rational';

type Store = Pick<MonitoringServices, 'riskAssessmentStore'>;

/** Lists assessments without their content, newest month first. */
export async function listRiskAssessments({ riskAssessmentStore }: Store, scope: Scope) {
  const found = await riskAssessmentStore.list(scope);
  return found.map(keptView);
}

/** Opens a kept assessment with its content. */
export async function openRiskAssessment({ riskAssessmentStore }: Store, scope: Scope, id: string) {
  const found = await riskAssessmentStore.find(scope, id);
  if (found === undefined) return refuse(unknownRiskAssessment(id));
  const { watched, measures } = readAssessed(found);
  return allow({ ...keptView(found), watched, measures: [...measures] });
}

/** The last risk assessment, and the date of the next. */
export interface AssessmentDue {
  readonly last: Month | null;
  /** Undefined where the policy sets no interval. */
  readonly interval: WarningLine | undefined;
  /** Month by whose end the next one is due; null where none was made yet or no interval is set. */
  readonly nextBy: Month | null;
}

/** Reckons from the confirmed assessments up to a month whether the policy's interval is kept (SC-3.3-b). */
export async function findAssessmentDue(
  services: MonitoringServices,
  scope: Scope,
  { subject, insuranceType, month }: RiskAssessmentKey,
  pack: string,
): Promise<Decision<AssessmentDue>> {
  const loaded = await loadPackWithParents(services, pack);
  if (!loaded.allowed) return loaded;
  const plan = planMonitoring(loaded.value);
  if (!plan.allowed) return plan;
  const kept = await services.riskAssessmentStore.list(scope, { subject, insuranceType });
  const last = kept.find((one) => one.state === 'confirmed' && one.month <= month)?.month ?? null;
  const { interval } = plan.value;
  if (interval === undefined) return allow({ last, interval: undefined, nextBy: null });
  const line = lineAt(plan.value, interval, insuranceType, month);
  if (!line.allowed) return line;
  const nextBy = last === null ? null : addMonths(last, Number(floorToInteger(line.value.months)));
  return allow({ last, interval: line.value, nextBy });
}

function keptView(kept: KeptRiskAssessment) {
  const { id, subject, insuranceType, month, place, head, packHash, contentHash } = kept;
  const { madeBy, madeAt, state, decidedBy, decidedAt, note } = kept;
  const what = { id, place, subject, insuranceType, month: month as string, head: head.toString() };
  return { ...what, packHash, contentHash, madeBy, madeAt, state, decidedBy, decidedAt, note };
}
