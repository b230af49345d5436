import { packToShow } from '#application/adjustment-year/year-pack';
import { chinaDateOf } from '#application/time/china-time';
import { whyForeign } from '#application/packs/check-binding';
import type { SupervisionServices } from '#application/supervision/services';
import { otherPlace } from '#application/supervision/other-place';
import { decideWithin } from '#application/transaction/decide-within';
import type { Department } from '#domain/identity/department';
import { unknownPool } from '#domain/place/refusals';
import type { Scope } from '#domain/identity/account';
import { checkCase, checkFinding } from '#domain/supervision/check-case';
import { planSupervision } from '#domain/supervision/plan-supervision';
import { unknownRecord } from '#domain/supervision/refusals';
import type { AskedCase, AskedFinding } from '#domain/supervision/supervision-case';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Opens a supervision case on a pool, by a method of its place's policy (AH-1.4-e, SC-3.3-c). */
export async function openCase(
  services: SupervisionServices,
  scope: Scope,
  department: Department,
  asked: AskedCase,
  now: string,
): Promise<Decision<{ readonly number: bigint }>> {
  const pool = await services.placeStore.findPool(scope, asked.pool);
  if (pool?.kind !== 'pool' || pool.place !== asked.place) return refuse(unknownPool('pool', asked.pool));
  const pack = await packToShow(services, asked.packId, now);
  if (!pack.allowed) return pack;
  const foreign = whyForeign(pack.value, [pool.place]);
  if (foreign !== undefined) return refuse(foreign);
  const plan = planSupervision(pack.value);
  if (!plan.allowed) return plan;
  const checked = checkCase(plan.value, asked, { department, today: chinaDateOf(now) });
  if (!checked.allowed) return checked;
  const offSite = await otherPlace(services.placeStore, scope, asked);
  if (!offSite.allowed) return offSite;
  const kind = plan.value?.lines.find(({ id }) => id === asked.line)?.kind;
  const number = await services.supervisionStore.within(scope, (office) =>
    office.openCase({ ...asked, offSite: offSite.value }, { kind, department }, scope.userId, now),
  );
  return allow({ number });
}

/** Adds a finding to a case that is not closed. */
export async function addFinding(
  services: SupervisionServices,
  scope: Scope,
  number: bigint,
  asked: AskedFinding,
  now: string,
): Promise<Decision<{ readonly number: bigint }>> {
  const found = await services.supervisionStore.within(scope, (office) => office.findCase(number));
  if (found === undefined) return refuse(unknownRecord(number));
  const pack = await packToShow(services, found.packId, now);
  if (!pack.allowed) return pack;
  return decideWithin(services.supervisionStore, scope, async (office) => {
    const present = (await office.findCase(number)) ?? found;
    const checked = checkFinding(pack.value, present.closedAt !== null, asked);
    if (!checked.allowed) return checked;
    return allow({ number: await office.addFinding(present, asked, scope.userId, now) });
  });
}
