import type { ProjectionRequestBody } from '#contract/projections';

const GROWING = ['collections', 'revenue', 'expenditure', 'insured'] as const;
const MOST_YEARS = 10;

/**
 * Reads the years ahead of a scenario's address. What has not their shape is dropped as a whole; a rate that is none
 * is kept: the server says what is wrong with it.
 */
export function readAhead(value: unknown): ProjectionRequestBody | undefined {
  if (!isObject(value)) return undefined;
  const { years, growth, pools, floorMonths } = value;
  if (typeof years !== 'number' || !Number.isInteger(years) || years < 1 || years > MOST_YEARS)
    return undefined;
  const common = readRates(growth);
  if (common === undefined || GROWING.some((name) => common[name] === undefined)) return undefined;
  const own = Array.isArray(pools) ? pools.map(readPool) : [];
  if (own.some((pool) => pool === undefined)) return undefined;
  return {
    years,
    growth: common as ProjectionRequestBody['growth'],
    ...(own.length === 0 ? {} : { pools: own.filter((pool) => pool !== undefined) }),
    ...(typeof floorMonths === 'string' ? { floorMonths } : {}),
  };
}

type Rates = Partial<ProjectionRequestBody['growth']>;

function readRates(value: unknown): Rates | undefined {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(
    GROWING.flatMap((name) => (typeof value[name] === 'string' ? [[name, value[name]]] : [])),
  );
}

function readPool(value: unknown): ({ readonly id: string } & Rates) | undefined {
  if (!isObject(value) || typeof value['id'] !== 'string') return undefined;
  return { id: value['id'], ...readRates(value) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
