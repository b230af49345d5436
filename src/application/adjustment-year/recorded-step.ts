import type { StepPlace } from '#domain/adjustment-year/decide-step';
import type { YearStep, YearStepKind } from '#domain/adjustment-year/year-step';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import type { Hash } from '#rules/pack/load-pack';

export interface StepSignature {
  readonly by: string;
  readonly now: string;
  readonly note: string;
  readonly requestKey?: string | undefined;
}

/** Prepares a step for recording: content as canonical JSON, with its hash. */
export function recordedStep(
  hash: Hash,
  kind: YearStepKind,
  place: StepPlace,
  { by, now, note, requestKey }: StepSignature,
  content: object,
): YearStep {
  const text = canonicalJson(content as CanonicalValue);
  return {
    ...place,
    kind,
    by,
    at: now,
    note,
    requestKey: requestKey ?? null,
    content: text,
    contentHash: hash(text),
  };
}
