import type { DraftRequest } from '#application/budget/request';
import { DRIVERS, type DriverId } from '#domain/budget/drivers';
import { partsOf, placeKey, placesOf } from '#domain/budget/table';
import { POOL_IDS } from '#tests/support/budget-tables';

/** The adjustment fund of the invented province. */
const BUDGET_FUND = 'yunhai';

/** A draft for residents whose every line is given: nil but for those that are named, with 1,000 yuan to begin with. */
export function givenDraft(
  pool: string,
  amounts: Readonly<Record<string, string>> = {},
  opening = '1000.00',
): DraftRequest {
  const kind = pool === BUDGET_FUND ? 'fund' : 'pool';
  const source = '市财政局测算表';
  const keys = placesOf(kind, 'resident', POOL_IDS).map(placeKey);
  return {
    pool,
    insuranceType: 'resident',
    opening: Object.fromEntries(partsOf(kind, 'resident').map((part) => [part, { amount: opening, source }])),
    drivers: {},
    past: {},
    given: Object.fromEntries(keys.map((key) => [key, { amount: amounts[key] ?? '0.00', source }])),
  };
}

/** A draft for residents from drivers and last year's figures. */
export function drivenDraft(pool: string): DraftRequest {
  const source = '统计局';
  const figures: Readonly<Partial<Record<DriverId, string>>> = {
    insured: '1000',
    insured_prior: '1000',
    personal_fee: '1.00',
    subsidy_per_head: '2.00',
    large_expense_per_head: '0.10',
    interest_rate: '1%',
    cost_index: '1',
    elderly_share: '20%',
    elderly_share_prior: '20%',
    elderly_cost_ratio: '3',
    benefit_index: '1',
    other_index: '1',
  };
  const draft = givenDraft(pool);
  return {
    ...draft,
    drivers: Object.fromEntries(
      Object.entries(figures).map(([id, value]) => [
        id,
        { value, source: `${source} ${DRIVERS[id as DriverId].label.zh}` },
      ]),
    ),
    past: Object.fromEntries(
      Object.keys(draft.given).map((key) => [key, { amount: '100.00', source: '上年决算', months: 12 }]),
    ),
    given: Object.fromEntries(
      Object.entries(draft.given).filter(([key]) => key === '4401/pooled' || key === '5301/pooled'),
    ),
  };
}
