import type { ConsolidationContent } from '#application/budget/consolidate-round';
import { budgetOf, readTable, readVersion } from '#application/budget/content';
import { unknownConsolidation, unknownRound } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, BudgetRound, BudgetVersion, Consolidation } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { BudgetTable } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

/** A consolidation with its accepted member budgets. */
export interface FoundConsolidation {
  readonly round: BudgetRound;
  readonly consolidation: Consolidation;
  readonly members: readonly {
    readonly budget: Budget;
    readonly version: BudgetVersion;
    readonly name: Bilingual;
  }[];
  /** By insurance type, pools by place before the fund that they share. */
  readonly types: readonly {
    readonly insuranceType: InsuranceType;
    readonly tables: readonly BudgetTable[];
  }[];
  readonly placeName: Bilingual;
}

/** Finds a consolidation of a round with all its members; refused where a member lies outside the scope. */
export async function findConsolidation(
  services: Pick<BudgetServices, 'budgetStore' | 'placeStore'>,
  scope: Scope,
  roundId: string,
  number: number,
): Promise<Decision<FoundConsolidation>> {
  const pools = await services.placeStore.listPools(scope);
  const places = await services.placeStore.listPlaces(scope);
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<FoundConsolidation>> => {
    const round = await office.findRound(roundId);
    if (round === undefined) return refuse(unknownRound(roundId));
    const all = await office.listConsolidations(roundId);
    const consolidation = all.find((one) => one.number === number);
    if (consolidation === undefined) return refuse(unknownConsolidation(number.toString()));
    const { members: versions } = JSON.parse(consolidation.content) as ConsolidationContent;
    const members: (FoundConsolidation['members'][number] & { readonly table: BudgetTable })[] = [];
    for (const budget of await office.listBudgets(roundId)) {
      const wanted = versions[`${budget.pool}/${budget.insuranceType}`];
      const version = (await office.listVersions(budget.id)).find((one) => one.number === wanted);
      if (version === undefined) continue;
      const table = readTable(budgetOf(budget), readVersion(version).table);
      const name = pools.find(({ id }) => id === budget.pool)?.name ?? { zh: budget.pool, en: budget.pool };
      members.push({ budget, version, name, table });
    }
    if (members.length < Object.keys(versions).length) {
      return refuse(unknownConsolidation(number.toString()));
    }
    const inOrder = members.toSorted((one, other) => rankOf(one.budget) - rankOf(other.budget));
    const types = (['employee', 'resident'] as const)
      .map((insuranceType) => ({
        insuranceType,
        tables: inOrder.map(({ table }) => table).filter((table) => table.insuranceType === insuranceType),
      }))
      .filter(({ tables }) => tables.length > 0);
    const placeName = places.find(({ path }) => path === round.place)?.name;
    return allow({
      round,
      consolidation,
      members: inOrder,
      types,
      placeName: placeName ?? { zh: round.place, en: round.place },
    });
  });
}

function rankOf({ kind }: Budget): number {
  return kind === 'pool' ? 0 : 1;
}
