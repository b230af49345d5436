import { floorFault, growthFault, type GrowthFault } from '#console/rooms/scenario/projection/growth-text.ts';
import type { ProjectionRequestBody } from '#contract/projections';

/** What grows by a rate of its own, in the order of the form. */
export const GROWING = ['collections', 'revenue', 'expenditure', 'insured'] as const;
export type Growing = (typeof GROWING)[number];
export type TypedGrowth = Readonly<Partial<Record<Growing, string>>>;

/** What stands in the fields of the form, without percent signs. */
export interface AheadDraft {
  readonly years: number;
  readonly growth: TypedGrowth;
  readonly pools: Readonly<Record<string, TypedGrowth>>;
  readonly floor: string;
}

/** The longest span that there is; nothing else is filled in for the user. */
const NEW_YEARS = 10;

export function draftOf(ahead: ProjectionRequestBody | undefined): AheadDraft {
  if (ahead === undefined) return { years: NEW_YEARS, growth: {}, pools: {}, floor: '' };
  const { years, growth, pools = [], floorMonths = '' } = ahead;
  return {
    years,
    growth: typedOf(growth),
    pools: Object.fromEntries(pools.map(({ id, ...own }) => [id, typedOf(own)])),
    floor: floorMonths,
  };
}

/** The request that the fields make; undefined while a growth of all pools is missing or a field has a fault. */
export function aheadOf({ years, growth, pools, floor }: AheadDraft): ProjectionRequestBody | undefined {
  const typed = [growth, ...Object.values(pools)].flatMap((one) => Object.values(one));
  const faults: readonly (GrowthFault | undefined)[] = [...typed.map(growthFault), floorFault(floor)];
  const isComplete = GROWING.every((name) => (growth[name] ?? '') !== '');
  if (!isComplete || faults.some((fault) => fault !== undefined)) return undefined;
  const own = Object.entries(pools)
    .map(([id, rates]) => ({ id, ...ratesOf(rates) }))
    .filter((pool) => Object.keys(pool).length > 1);
  return {
    years,
    growth: ratesOf(growth) as ProjectionRequestBody['growth'],
    ...(own.length === 0 ? {} : { pools: own }),
    ...(floor === '' ? {} : { floorMonths: floor }),
  };
}

function typedOf(rates: TypedGrowth): TypedGrowth {
  return mapped(rates, (text) => text.replace(/%$/, ''));
}

function ratesOf(typed: TypedGrowth): TypedGrowth {
  return mapped(typed, (text) => `${text}%`);
}

function mapped(rates: TypedGrowth, change: (text: string) => string): TypedGrowth {
  return Object.fromEntries(
    GROWING.flatMap((name) => {
      const text = rates[name] ?? '';
      return text === '' ? [] : [[name, change(text)]];
    }),
  );
}
