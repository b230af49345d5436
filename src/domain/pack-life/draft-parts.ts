import type { Pack } from '#rules/pack/pack';

/**
 * What of a pack is still a draft: the pack itself, an instrument of it, or either in what it extends; by id.
 * Such a pack may be checked and simulated, and never goes in force.
 */
export function draftParts({ raw, parents }: Pack): readonly string[] {
  const own = [
    ...(raw.status === 'draft' ? [raw.id] : []),
    ...raw.instruments.filter(({ status }) => status === 'draft').map(({ id }) => id),
  ];
  return [...new Set([...own, ...parents.flatMap(draftParts)])];
}
