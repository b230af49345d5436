import type { AdjustmentRequest } from '#application/adjustment/request';
import { readScheme } from '#application/fund-projections/read-scheme';
import type {
  BandRequest,
  DriverRequest,
  FundProjectionRequest,
  SchemeRequest,
} from '#application/fund-projections/request';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import type { SchemeProjection } from '#domain/projection/scheme-projection';
import { valueOf } from '#tests/support/decided';
import { inventedPlan, inventedRequest } from '#tests/support/invented-request';

const INVENTED = '虚构 invented';

/** Young, older and retired: the older cost twice, the retired four times and contribute nothing. */
const BANDS: readonly BandRequest[] = [
  band('18-39', { years: 22, costWeight: '1', entering: '100%' }),
  band('40-59', { years: 20, costWeight: '2' }),
  band('60+', { costWeight: '4', exits: '3%', contributing: '0%' }),
];

/** A band of which everybody contributes and nobody exits or enters, unless said. */
export function band(id: string, given: Partial<BandRequest> = {}): BandRequest {
  const still = { costWeight: '1', costAbove: '0%', exits: '0%', contributing: '100%', entering: '0%' };
  return { id, ...still, basis: INVENTED, ...given };
}

export function driver(rate: string, spread?: DriverRequest['spread']): DriverRequest {
  return { rate, basis: INVENTED, ...(spread === undefined ? {} : { spread }) };
}

/** Three drivers; one that is not said does not move. */
export function drivers(given: Partial<SchemeRequest['drivers']> = {}): SchemeRequest['drivers'] {
  return { premium: driver('0%'), cost: driver('0%'), entries: driver('0%'), ...given };
}

/** Everybody in one band that nobody leaves: no ageing. */
export const STILL_BANDS: readonly BandRequest[] = [band('all', { entering: '100%' })];

/** The three invented cities with a thousand young, five hundred older and two hundred retired each. */
export function schemeRequest(
  changes: Partial<SchemeRequest> = {},
  figures: AdjustmentRequest = inventedRequest(),
): SchemeRequest {
  const bands = changes.bands ?? BANDS;
  const counts = [1000, 500, 200];
  return {
    figures,
    bands,
    drivers: drivers(),
    pools: figures.pools.map(({ id }) => ({
      id,
      persons: Object.fromEntries(bands.map((each, index) => [each.id, counts[index] ?? 100])),
    })),
    ...changes,
  };
}

export function fundRequest(
  changes: Partial<SchemeRequest> = {},
  whole: Partial<FundProjectionRequest> = {},
): FundProjectionRequest {
  return { years: 10, schemes: [schemeRequest(changes)], ...whole };
}

/** What the texts of one insurance type say. */
export function schemeOf(
  changes: Partial<SchemeRequest> = {},
  figures?: AdjustmentRequest,
  plan: AdjustmentPlan = inventedPlan(),
): SchemeProjection {
  return valueOf(readScheme(plan, schemeRequest(changes, figures), 'schemes[0]'));
}
