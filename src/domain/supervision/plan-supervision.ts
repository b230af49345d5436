import { allow, allowUnless, type Decision } from '#kernel/decision';
import { repeatedIds, unknownClauses } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawSupervision } from '#rules/pack/raw-pack';

export type SupervisionLine = RawSupervision['lines'][number];

/** How a place supervises its funds (AH-1.4-e, SC-3.3-c, SD-3.5-b): its lines, and the stages that they reach. */
export interface SupervisionPlan {
  readonly pack: Pack;
  readonly cite: readonly string[];
  readonly lines: readonly SupervisionLine[];
  /** Empty where the policy names none. */
  readonly stages: readonly NonNullable<RawSupervision['stages']>[number][];
}

/** Reads the supervision section of a pack, or says what is wrong with it; undefined where the pack has none. */
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
