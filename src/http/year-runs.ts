import type { FastifyRequest } from 'fastify';
import { callerFor, type RoleId } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { IDLE_MINUTES } from '#application/identity/sign-in';
import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import { unknownRun } from '#application/runs/unknown-run';
import { HttpRefusal } from '#http/problem';
import { memberOf } from '#http/guard';
import type { HttpApp } from '#http/services';
import { readSessionToken } from '#http/session-cookie';
import type { Refusal } from '#kernel/decision';

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
    const { url } = request.routeOptions;
    const isOfRun = url?.startsWith('/api/v1/runs/:id') === true;
    const id = isOfRun ? memberOf(request.params, 'id') : keptRunId(request);
    if (id === undefined) return;
    const yearId = await services.adjustmentYearStore.findYearOfRun(id);
    if (yearId === undefined) return;
    if (!(await seesYear(request, services, yearId))) throw new HttpRefusal([unknownRun(id)]);
    if (!isOfRun) throw new HttpRefusal([scenarioNotKept(id)]);
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

/** The run of a scenario that is to be kept: kept ones are everybody's. */
function keptRunId({ method, routeOptions, body }: FastifyRequest): string | undefined {
  return method === 'POST' && routeOptions.url === '/api/v1/scenarios' ? memberOf(body, 'runId') : undefined;
}

function scenarioNotKept(id: string): Refusal {
  return {
    code: 'scenario_of_year',
    at: id,
    what: {
      zh: '年度调剂的测算只供有权人员查看，其情景不保存',
      en: 'the run of a year of adjustment is not everybody’s, so that no scenario of it is kept',
    },
    next: { zh: '可以试算，不保存；或用 simulate 另行测算', en: 'try it without keeping it' },
  };
}
