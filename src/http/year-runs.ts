import type { FastifyRequest } from 'fastify';
import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import { unknownRun } from '#application/runs/unknown-run';
import { HttpRefusal } from '#http/problem';
import { memberOf } from '#http/caller';
import type { HttpApp } from '#http/services';
import { yearScopeOf, type ReaderServices } from '#http/year-readers';
import type { Refusal } from '#kernel/decision';

type Services = ReaderServices & { readonly adjustmentYearStore: AdjustmentYearStore };

/** Where what follows from a run is kept for everybody: the address, or the member of the body, that names the run. */
const SCENARIOS = '/api/v1/scenarios';
const PROJECTIONS = '/api/v1/runs/:id/fund-projections';

/**
 * Runs of the calculators are everybody's on this machine; a run of a year of adjustment is made of the ledger's figures,
 * and is there for who may see that year only, at every address that names it. Nothing of it is kept for everybody.
 */
export function guardYearRuns(app: HttpApp, services: Services): void {
  app.addHook('preValidation', async (request) => {
    const { url } = request.routeOptions;
    const id =
      url?.startsWith('/api/v1/runs/:id') === true ? memberOf(request.params, 'id') : keptRunId(request);
    if (id === undefined) return;
    const yearId = await services.adjustmentYearStore.findYearOfRun(id);
    if (yearId === undefined) return;
    if (!(await seesYear(request, services, yearId))) throw new HttpRefusal([unknownRun(id)]);
    if (url === SCENARIOS) throw new HttpRefusal([scenarioNotKept(id)]);
    if (url === PROJECTIONS) throw new HttpRefusal([projectionOfYear(id, yearId)]);
  });
}

async function seesYear(request: FastifyRequest, services: Services, yearId: string): Promise<boolean> {
  const scope = await yearScopeOf(request, services);
  const year = await services.adjustmentYearStore.within(scope, (office) => office.findYear(yearId));
  return year !== undefined;
}

/** The run of a scenario that is to be kept: kept ones are everybody's. */
function keptRunId({ method, routeOptions, body }: FastifyRequest): string | undefined {
  return method === 'POST' && routeOptions.url === SCENARIOS ? memberOf(body, 'runId') : undefined;
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

function projectionOfYear(id: string, yearId: string): Refusal {
  return {
    code: 'projection_of_year',
    at: id,
    what: {
      zh: '这是年度调剂的计算记录，只供有权人员查看；由它起步的测算人人可见，故不保存',
      en: 'this run belongs to a year of adjustment, and a projection from a run is everybody’s, so that it is not kept',
    },
    next: { zh: `请以年度 ${yearId} 为起点测算`, en: `start from the year ${yearId} itself` },
  };
}
