import { allow, allowUnless, type Decision } from '#kernel/decision';
import { repeatedIds, unknownClauses } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawSupervision } from '#rules/pack/raw-pack';

export type SupervisionLine = RawSupervision['lines'][number];

/** A place's plan of supervision (AH-1.4-e, SC-3.3-c, SD-3.5-b): its methods, and the stages they cover. */
export interface SupervisionPlan {
  readonly pack: Pack;
  readonly cite: readonly string[];
  readonly lines: readonly SupervisionLine[];
  /** Stages that the policy lists; empty where it lists none. */
  readonly stages: readonly NonNullable<RawSupervision['stages']>[number][];
}

/** Reads the supervision section of a pack; refuses a faulty one; undefined where the pack has none. */
export function planSupervision(pack: Pack): Decision<SupervisionPlan | undefined> {
  const section = pack.raw.supervision;
  if (section === undefined) return allow(undefined);
  const { cite, lines, stages = [] } = section;
  const faults = [
    ...unknownClauses(pack, 'supervision', ['cite'], cite),
    ...lines.flatMap((line, index) =>
      unknownClauses(pack, 'supervision', ['lines', index, 'cite'], line.cite),
    ),
    ...repeatedIds(pack, 'supervision', lines, () => false, ['lines']),
    ...repeatedIds(pack, 'supervision', stages, () => false, ['stages']),
  ];
  return allowUnless(faults, () => ({ pack, cite, lines, stages }));
}
