import { MACHINE } from '#application/identity/machine-scope';
import type { PlaceStore, RegisterRows } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { checkRegister } from '#domain/place/check-register';
import { alreadyRecorded } from '#domain/place/refusals';
import type { RegisterEntry } from '#domain/place/register';
import { refuse, type Decision } from '#kernel/decision';

export interface PlaceServices {
  readonly placeStore: PlaceStore;
}

/** Adds rows to the register, all or none; what they refer to is there within the scope or among them. */
export async function recordRegister(
  { placeStore }: PlaceServices,
  scope: Scope,
  entries: readonly RegisterEntry[],
  now: string,
): Promise<Decision<RegisterRows>> {
  const rows = checkRegister(await readRegister(placeStore, scope), entries);
  if (!rows.allowed) return rows;
  const by = scope.userId === MACHINE ? null : scope.userId;
  const outcome = await placeStore.record(scope, rows.value, by, now);
  // Outside of the scope, or by someone else a moment ago: which of the rows it is, is not told.
  return outcome === 'recorded'
    ? rows
    : refuse(alreadyRecorded(entries[0]?.at ?? '', entries.map(keyOf).join(', ')));
}

async function readRegister(placeStore: PlaceStore, scope: Scope): Promise<RegisterRows> {
  const places = await placeStore.listPlaces(scope);
  return {
    places,
    placeEnds: [],
    pools: await placeStore.listPools(scope),
    memberships: await placeStore.listMemberships(scope),
    poolings: await placeStore.listPoolings(scope),
  };
}

function keyOf(entry: RegisterEntry): string {
  if (entry.kind === 'place') return entry.path;
  if (entry.kind === 'pooling') return entry.place;
  return entry.kind === 'member' ? entry.pool : entry.id;
}
