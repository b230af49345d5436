import type { Matter } from '#console/api/year-queries.ts';
import type { PackViewBody } from '#contract/packs';

type Kind = Matter['kind'];
type Pack = Pick<PackViewBody, 'pipeline'>;

/**
 * Lists the kinds of matters that a policy takes, by the mechanisms of its pipeline: what it does not take would be
 * refused. `packs` is the pack with all that it extends; all kinds while it is not there yet.
 */
export function takenKinds(packs: readonly Pack[], kinds: readonly Kind[]): readonly Kind[] {
  const steps = packs.find(({ pipeline }) => pipeline !== undefined)?.pipeline?.steps;
  if (steps === undefined) return kinds;
  const has = (mechanism: string): boolean => steps.some((step) => step.mechanism === mechanism);
  const filled = steps.flatMap((step) => step.arguments);
  const isFullPooling = has('full_pooling');
  const taken: Readonly<Record<Kind, boolean>> = {
    emergency: has('emergency'),
    adoption: true,
    handover: isFullPooling || filled.some(({ filledWith }) => filledWith.includes('legacy_balance')),
    // A place assesses its pools whether or not money goes by the score (SC-3.1).
    assessment: true,
    remittance: isFullPooling,
    funding: isFullPooling,
  };
  return kinds.filter((kind) => taken[kind]);
}
