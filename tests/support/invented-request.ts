import { readFacts } from '#application/adjustment/read-facts';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { adjust } from '#domain/adjustment/adjust';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { refusalLine, type Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { inventedPack, type FileOverrides } from '#tests/support/invented-pack';

export const ALL_MET = {
  levyPaid: true,
  breachesCorrected: true,
  budgetMet: true,
  enrolmentMet: true,
  subsidyPaid: true,
} as const;

const CITY: PoolRequest = {
  id: 'city',
  collections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  treasuryCover: '0.00',
  emergency: '0.00',
  emergencyCause: 'public_health',
  conditions: ALL_MET,
};

/** A city of Yunhai in one year: nothing came in, nothing was spent, every condition is met, unless said. */
export function city(id: string, given: Partial<PoolRequest> = {}): PoolRequest {
  return { ...CITY, id, ...given };
}

/**
 * Yunhai's employees in 2024, reckoned by hand (levy 5%, six months, returns 30% and 50%, incentive 40%):
 * - east:  balance 500 + 1300 − 1200 = 600; levy 50; six months 600; 50 short
 * - west:  balance 3000; levy 100; six months 1200; no need
 * - north: balance 1000 + 3000 − 1200 = 2800; levy 150; six months 600; no need
 * - fund:  inflow 300 + 4 + 6 + 100 = 410; returned 30 to east, 50 to west; normal 50; 280 left;
 *   incentive 112, west : north = 100 : 150 → 44.80 and 67.20; closing 10 + 410 − 242 = 178
 */
export function inventedRequest(changes: Partial<AdjustmentRequest> = {}): AdjustmentRequest {
  return {
    year: 2024,
    scheme: 'employee',
    fund: { openingBalance: '10.00', interest: '4.00', otherIncome: '6.00' },
    pools: [
      city('east', {
        collections: '1000.00',
        revenue: '1300.00',
        expenditure: '1200.00',
        openingBalance: '500.00',
      }),
      city('west', {
        collections: '2000.00',
        revenue: '2400.00',
        expenditure: '2400.00',
        openingBalance: '3000.00',
      }),
      city('north', {
        collections: '3000.00',
        revenue: '3000.00',
        expenditure: '1200.00',
        openingBalance: '1000.00',
      }),
    ],
    recoveries: [{ placeOfCare: 'east', placeOfInsurance: 'west', amount: '100.00' }],
    ...changes,
  };
}

/** A year without fund money or recoveries: only what the given cities do counts. */
export function requestOf(
  pools: readonly PoolRequest[],
  changes: Partial<AdjustmentRequest> = {},
): AdjustmentRequest {
  const fund = { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' };
  return inventedRequest({ fund, pools, recoveries: [], ...changes });
}

/** The plan of Yunhai as it stands, read once. */
let untouched: AdjustmentPlan | undefined;

export function inventedPlan(overrides?: FileOverrides): AdjustmentPlan {
  if (overrides !== undefined) return allowed(planAdjustment(inventedPack(overrides)));
  untouched ??= allowed(planAdjustment(inventedPack()));
  return untouched;
}

export function factsOf(request: AdjustmentRequest): AdjustmentFacts {
  return allowed(readFacts(request));
}

/** Reckons a year of Yunhai and gives the answer as it is, refusals included. */
export function tryInvented(
  request: AdjustmentRequest,
  overrides?: FileOverrides,
): Decision<AdjustmentResult> {
  return adjust(inventedPlan(overrides), factsOf(request), 'state');
}

/** Reckons a year of Yunhai that is expected to be reckoned. */
export function adjustInvented(request: AdjustmentRequest, overrides?: FileOverrides): AdjustmentResult {
  return allowed(tryInvented(request, overrides));
}

/** The amounts above zero that a stage pays, by pool, in yuan. */
export function paidIn(result: AdjustmentResult, stage: string): Readonly<Record<string, string>> {
  const rows = result.allocations.filter((row) => row.stage === stage);
  return Object.fromEntries(rows.map((row) => [row.pool, formatYuan(row.amount.fen)]));
}

function allowed<T>(decision: Decision<T>): T {
  if (!decision.allowed) throw new Error(decision.refusals.map(refusalLine).join('\n'));
  return decision.value;
}
