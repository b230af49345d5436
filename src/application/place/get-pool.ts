import type { PlaceServices } from '#application/place/record-register';
import type { Pool } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { unknownPool } from '#domain/place/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A pool within the scope, or the refusal that names it. */
export async function getPool(
  { placeStore }: PlaceServices,
  scope: Scope,
  id: string,
  at = 'pool',
): Promise<Decision<Pool>> {
  const pool = await placeStore.findPool(scope, id);
  return pool === undefined ? refuse(unknownPool(at, id)) : allow(pool);
}
