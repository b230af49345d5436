import { findConsolidation } from '#application/budget/find-consolidation';
import { gridView } from '#application/budget/grid-view';
import type { BudgetServices } from '#application/budget/services';
import { consolidatedTable, sectionsOf, SECTION_LABELS } from '#domain/budget/standard-tables';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';

/* The view's type follows from what it returns; the contract's schema checks it. */

/**
 * Shows a consolidation line by line: a column for each pool and the fund, the elimination, and the total (NAT-28.5).
 */
export async function showConsolidation(
  services: Pick<BudgetServices, 'budgetStore' | 'placeStore'>,
  scope: Scope,
  roundId: string,
  number: number,
) {
  const found = await findConsolidation(services, scope, roundId, number);
  if (!found.allowed) return found;
  const { members, types, placeName } = found.value;
  return allow({
    number,
    placeName,
    types: types.map(({ insuranceType, tables }) => ({
      insuranceType,
      members: members
        .filter(({ budget }) => budget.insuranceType === insuranceType)
        .map(({ budget, name }) => ({ id: budget.pool, kind: budget.kind, name })),
      sections: sectionsOf(insuranceType).map((section) => ({
        id: section,
        label: SECTION_LABELS[section],
        ...gridView(consolidatedTable(tables, section)),
      })),
    })),
  }) satisfies Decision<object>;
}
