import type { FastifyRequest } from 'fastify';
import { callerFor, type RoleId } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { IDLE_MINUTES } from '#application/identity/sign-in';
import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import { unknownRun } from '#application/runs/unknown-run';
import { HttpRefusal } from '#http/problem';
import type { HttpApp } from '#http/services';
import { readSessionToken } from '#http/session-cookie';

type Services = Pick<IdentityServices, 'identityStore' | 'hash'> & {
  readonly adjustmentYearStore: AdjustmentYearStore;
  readonly now: () => string;
};

/** Who sees years of adjustment, and so their runs. */
const READERS: readonly RoleId[] = ['fund_maker', 'fund_checker', 'auditor'];

/**
 * Runs of the calculators are everybody's on this machine; a run of a year of adjustment is made of the ledger's figures,
 * and is there for who may see that year only, at every address that names it.
 */
export function guardYearRuns(app: HttpApp, services: Services): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.url?.startsWith('/api/v1/runs/:id') !== true) return;
    const { id } = request.params as { readonly id: string };
    const yearId = await services.adjustmentYearStore.findYearOfRun(id);
    if (yearId !== undefined && !(await seesYear(request, services, yearId)))
      throw new HttpRefusal([unknownRun(id)]);
  });
}

async function seesYear(request: FastifyRequest, services: Services, yearId: string): Promise<boolean> {
  const { identityStore, hash, now, adjustmentYearStore } = services;
  const token = readSessionToken(request);
  const account =
    token === undefined ? undefined : await identityStore.findAccount(hash(token), now(), IDLE_MINUTES);
  if (account === undefined || account.mustChange) return false;
  const { scope } = callerFor(account, READERS);
  const year = await adjustmentYearStore.within(scope, (office) => office.findYear(yearId));
  return year !== undefined;
}
