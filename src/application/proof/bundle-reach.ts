import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { PlaceStore } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { SIGHT } from '#domain/identity/department-sight';
import type { Department } from '#domain/identity/department';
import { coversPlace } from '#domain/identity/place-path';

/** The pools of a caller's bundle: `pools` is null for the whole register, empty where the caller may have nothing. */
export interface BundleReach {
  readonly pools: readonly string[] | null;
  /** False where the department sees books without their rows about persons, which prove nothing without those. */
  readonly isOfDepartment: boolean;
}

/** @param place narrows it to what lies there and below */
export async function bundleReach(
  store: Pick<PlaceStore, 'listPools'>,
  { userId, parts }: Scope,
  place?: string,
): Promise<BundleReach> {
  const seeing = parts.filter(({ department }) => department === '*' || seesPersons(department));
  const seen = seeing.length === 0 ? [] : await store.listPools({ userId, parts: seeing });
  const within = seen.filter((pool) => place === undefined || coversPlace(place, pool.place));
  const isWhole = within.length === (await store.listPools(MACHINE_SCOPE)).length;
  return { pools: isWhole ? null : within.map(({ id }) => id), isOfDepartment: seeing.length > 0 };
}

function seesPersons(department: Department): boolean {
  return (SIGHT.person.departments as readonly Department[]).includes(department);
}
