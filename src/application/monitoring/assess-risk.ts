import * as refusals from '#application/monitoring/refusals';
import type { MonitoringAsked, MonitoringServices } from '#application/monitoring/services';
import { watchFund } from '#application/monitoring/watch-fund';
import { watchView, type WatchView } from '#application/monitoring/watch-view';
import { whyNotBinding } from '#application/packs/check-binding';
import { artefactOf } from '#application/packs/pack-artefact';
import type { Scope } from '#domain/identity/account';
import type { IndicatorId } from '#domain/monitoring/plan-monitoring';
import { canonicalJson } from '#kernel/canonical-json';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { whyNotSilent } from '#kernel/reason-missing';

/** A measure against a warning. */
export interface Measure {
  /** The watched row: a pool's id, or the fund's for all pools together. */
  readonly pool: string;
  readonly indicator: IndicatorId;
  readonly measure: string;
}

/** The content of a stored assessment. */
export interface AssessedRisk {
  readonly format: 'risk-assessment/1';
  readonly watched: WatchView;
  readonly measures: readonly Measure[];
}

/**
 * Assesses the risk of a fund at the end of a closed month: figures from the books, and a measure for every warning.
 * Only by the policy in force of the fund's own place. It counts once another person has confirmed it (SC-3.3-b,
 * SC-3.3-a).
 */
export async function assessRisk(
  services: MonitoringServices,
  scope: Scope,
  { measures, ...asked }: MonitoringAsked & { readonly measures: readonly Measure[] },
  now: string,
): Promise<Decision<{ readonly id: string; readonly contentHash: string }>> {
  const fund = await watchFund(services, scope, asked);
  if (!fund.allowed) return fund;
  const { found, month, pack, head } = fund.value;
  const against = whyNotBinding(pack, [found.subject.place]);
  if (against !== undefined) return refuse(against);
  if (found.open.length > 0) return refuse(refusals.assessedMonthOpen(found.open));
  const watched = watchView(fund.value);
  const faults = checkMeasures(watched, measures);
  if (faults.length > 0) return { allowed: false, refusals: faults };
  const content = canonicalJson({ format: 'risk-assessment/1', watched, measures: inOrder(measures) });
  const contentHash = services.hash(content);
  await services.packLifeStore.keepArtefact(artefactOf(pack));
  const kept = await services.riskAssessmentStore.keep(
    scope,
    {
      subject: asked.subject,
      insuranceType: asked.insuranceType,
      month,
      place: found.subject.place,
      books: found.subject.members.map(({ id }) => id),
      head,
      packHash: pack.hash,
      content,
      contentHash,
    },
    now,
  );
  if ('id' in kept) return allow({ id: kept.id, contentHash });
  const collisions = {
    month_open: refusals.assessedMonthOpen(found.subject.members.map(({ id }) => id)),
    undecided: refusals.riskAssessmentUndecided(month),
    confirmed: refusals.riskAssessmentConfirmed(month),
  };
  return refuse(collisions[kept.refusal]);
}

/** Confirms or returns another person's assessment; a return gives the reason. */
export async function decideRiskAssessment(
  { riskAssessmentStore }: Pick<MonitoringServices, 'riskAssessmentStore'>,
  scope: Scope,
  asked: { readonly id: string; readonly decision: 'confirmed' | 'rejected'; readonly note: string },
  now: string,
): Promise<Decision<null>> {
  const found = await riskAssessmentStore.find(scope, asked.id);
  if (found === undefined) return refuse(refusals.unknownRiskAssessment(asked.id));
  if (found.state !== 'proposed') return refuse(refusals.riskAssessmentDecided(asked.id));
  if (found.madeBy === scope.userId)
    return refuse(refusals.ownRiskAssessment(readAssessed(found).watched.cite));
  const silent = whyNotSilent(asked.decision === 'rejected', asked.note, 'note');
  if (silent !== undefined) return refuse(silent);
  const isDecided = await riskAssessmentStore.decide(scope, found, asked.decision, asked.note, now);
  return isDecided ? allow(null) : refuse(refusals.riskAssessmentDecided(asked.id));
}

/** Reads the figures and measures of a stored assessment. */
export function readAssessed({ content }: { readonly content: string }): AssessedRisk {
  return JSON.parse(content) as AssessedRisk;
}

function checkMeasures({ rows, cite }: WatchView, measures: readonly Measure[]): readonly Refusal[] {
  const keyOf = ({ pool, indicator }: Pick<Measure, 'pool' | 'indicator'>): string => `${pool} ${indicator}`;
  const warnings = rows.flatMap(({ id, figures }) =>
    figures.flatMap(({ indicator, level }) => (level === 'warning' ? [{ pool: id, indicator }] : [])),
  );
  const missing = warnings.filter(
    (warning) => !measures.some((one) => keyOf(one) === keyOf(warning) && one.measure.trim() !== ''),
  );
  const unwanted = measures.filter(
    (one, index) =>
      !warnings.some((warning) => keyOf(warning) === keyOf(one)) ||
      measures.findIndex((other) => keyOf(other) === keyOf(one)) < index,
  );
  return [
    ...missing.map(({ pool, indicator }) => refusals.measureMissing(pool, indicator, cite)),
    ...unwanted.map(({ pool, indicator }) => refusals.measureNotWanted(pool, indicator)),
  ];
}

function inOrder(measures: readonly Measure[]): readonly { readonly [Key in keyof Measure]: string }[] {
  return measures
    .map(({ pool, indicator, measure }) => ({ pool, indicator, measure: measure.trim() }))
    .toSorted((one, other) => (`${one.pool} ${one.indicator}` < `${other.pool} ${other.indicator}` ? -1 : 1));
}
