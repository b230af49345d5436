import type { ProjectionInput, SchemeInput } from '#console/api/fund-projection-queries.ts';
import { poolsWithoutInsured, withExamplePopulation } from '#console/rooms/projections/example-population.ts';

/** What a file gave: input to start from, or why it cannot be. */
export type ReadInput =
  | { readonly kind: 'input'; readonly input: ProjectionInput; readonly isExample: boolean }
  | { readonly kind: 'notJson' | 'notInput' }
  | { readonly kind: 'noInsured'; readonly pools: readonly string[] };

/**
 * Reads the text of an input file: that of a fund projection as it is, that of a year's adjustment completed by the example of
 * ages. Only the outline is looked at; the service checks every field and names what is wrong.
 */
export function readInput(text: string): ReadInput {
  const value = jsonOf(text);
  if (value === undefined) return { kind: 'notJson' };
  if (isProjection(value)) return { kind: 'input', input: value, isExample: false };
  if (!isAdjustment(value)) return { kind: 'notInput' };
  const pools = poolsWithoutInsured(value);
  if (pools.length > 0) return { kind: 'noInsured', pools };
  return { kind: 'input', input: withExamplePopulation(value), isExample: true };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAdjustment(value: unknown): value is SchemeInput['figures'] {
  return (
    isRecord(value) &&
    typeof value['year'] === 'number' &&
    (value['scheme'] === 'employee' || value['scheme'] === 'resident') &&
    Array.isArray(value['pools']) &&
    value['pools'].every((pool) => isRecord(pool) && typeof pool['id'] === 'string')
  );
}

function isProjection(value: unknown): value is ProjectionInput {
  return isRecord(value) && Array.isArray(value['schemes']) && value['schemes'].every(isScheme);
}

const DRIVERS = ['premium', 'cost', 'entries'] as const;

function isScheme(value: unknown): boolean {
  if (!isRecord(value) || !isAdjustment(value['figures'])) return false;
  const { bands, pools, drivers } = value;
  return (
    Array.isArray(bands) &&
    bands.every(isRecord) &&
    Array.isArray(pools) &&
    pools.every((pool) => isRecord(pool) && isRecord(pool['persons'])) &&
    isRecord(drivers) &&
    DRIVERS.every((name) => isDriver(drivers[name]))
  );
}

function isDriver(value: unknown): boolean {
  return isRecord(value) && typeof value['rate'] === 'string' && typeof value['basis'] === 'string';
}
