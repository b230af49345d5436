import { useQuery } from '@tanstack/react-query';
import { packFamilyQuery } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import type { PackViewBody } from '#contract/packs';

export type Plan = NonNullable<PackViewBody['supervision']>;

/** How the policy supervises; undefined where it names no lines, and while it is read. */
export function usePlan(packId: string | undefined): Plan | undefined {
  const family = useQuery({
    ...packFamilyQuery(packId ?? ''),
    enabled: packId !== undefined && packId !== '',
  });
  return family.data?.[0]?.supervision;
}

/** Names a line or a stage of a policy; by its id where the policy no longer has it. */
export function usePlanName(packId: string): (part: 'lines' | 'stages', id: string) => string {
  const plan = usePlan(packId);
  const { pick } = useLanguage();
  return (part, id) => {
    const found = plan?.[part]?.find((one) => one.id === id);
    return found === undefined ? id : pick(found.name);
  };
}
