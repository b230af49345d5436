import type {
  DriverRequest,
  FundProjectionRequest,
  FundScenarioRequest,
  PoolPopulationRequest,
  SchemeRequest,
} from '#application/fund-projections/request';
import { DRIVERS, type DriverName } from '#domain/projection/driver';
import { allow, allowUnless, type Decision, type Refusal } from '#kernel/decision';

/** What was asked for with a scenario's drivers and rules in place of its own; what names nothing is refused. */
export function withScenario(
  asked: FundProjectionRequest,
  scenario: FundScenarioRequest | undefined,
): Decision<FundProjectionRequest> {
  if (scenario === undefined) return allow(asked);
  const refusals = scenario.schemes.flatMap(({ scheme, pools = [] }, index) => {
    const found = asked.schemes.find(({ figures }) => figures.scheme === scheme);
    if (found === undefined) return [unknown(`scenario.schemes[${index}].scheme`, scheme)];
    return pools.flatMap(({ id }, at) =>
      found.pools.some((pool) => pool.id === id)
        ? []
        : [unknown(`scenario.schemes[${index}].pools[${at}].id`, id)],
    );
  });
  return allowUnless(refusals, () => ({
    ...asked,
    ...(scenario.floor === undefined ? {} : { floor: scenario.floor }),
    schemes: asked.schemes.map((scheme) => changed(scheme, scenario)),
  }));
}

function changed(asked: SchemeRequest, { schemes }: FundScenarioRequest): SchemeRequest {
  const change = schemes.find(({ scheme }) => scheme === asked.figures.scheme);
  if (change === undefined) return asked;
  return {
    ...asked,
    drivers: { ...asked.drivers, ...given(change.drivers ?? {}) },
    pools: asked.pools.map((pool) => {
      const own = change.pools?.find(({ id }) => id === pool.id);
      return own === undefined ? pool : { ...pool, drivers: { ...pool.drivers, ...given(own.drivers) } };
    }),
    rules: [...(asked.rules ?? []), ...(change.rules ?? [])],
  };
}

/** Without members that are there but undefined: they would hide what they do not replace. */
function given(drivers: PoolDrivers): Partial<Record<DriverName, DriverRequest>> {
  const stated: Partial<Record<DriverName, DriverRequest>> = {};
  for (const name of DRIVERS) {
    const driver = drivers[name];
    if (driver !== undefined) stated[name] = driver;
  }
  return stated;
}

type PoolDrivers = NonNullable<PoolPopulationRequest['drivers']>;

function unknown(at: string, id: string): Refusal {
  return {
    code: 'unknown_id',
    at,
    what: { zh: `测算中没有 ${id}`, en: `${id} is not among what is projected` },
    next: { zh: '请改正编号', en: 'correct the id' },
  };
}
