import { budgetOf, readTable, readVersion, storeContent, tableText } from '#application/budget/content';
import { rulesOf } from '#application/budget/open-round';
import {
  budgetMissing,
  budgetOfTypeMissing,
  notRoundPlace,
  unknownRound,
  wrongState,
} from '#application/budget/refusals';
import { actsFor } from '#application/budget/review-version';
import type { BudgetServices } from '#application/budget/services';
import { totalsText, type TotalsText } from '#application/budget/totals-text';
import type { Budget, BudgetOffice, BudgetRound, BudgetVersion } from '#application/ports/budget-store';
import type { BookSet } from '#application/ports/ledger-reader';
import type { Pool } from '#application/ports/place-store';
import { decideWithin } from '#application/transaction/decide-within';
import { consolidate, findMismatches, mismatchRefusal } from '#domain/budget/consolidate';
import { findRule, type BudgetRules } from '#domain/budget/rules';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** The stored content of a consolidation: by insurance type the lines, the eliminated amounts, and the sums. */
export interface ConsolidationContent {
  readonly types: readonly {
    readonly insuranceType: InsuranceType;
    readonly amounts: Readonly<Record<string, string>>;
    readonly eliminated: { readonly levies: string; readonly allocations: string };
    readonly totals: TotalsText;
  }[];
  /** The budgets it is made of: `pool/type` → version number. */
  readonly members: Readonly<Record<string, number>>;
  /** Pools with books of a type without any budget (`pool/type`), and the reason; absent where there are none. */
  readonly withoutBudget?: { readonly books: readonly string[]; readonly reason: string };
}

type Member = { readonly budget: Budget; readonly version: BudgetVersion };

/**
 * Adds up the accepted budgets of a round. Refuses a missing budget, and levies and allocations on which pools and fund
 * differ, each by pool and line; equal ones are eliminated to zero. A type without budgets is left out only with a
 * reason where pools keep books of it.
 */
export async function consolidateRound(
  services: BudgetServices,
  scope: Scope,
  roundId: string,
  { reason }: { readonly reason: string },
  now: string,
): Promise<Decision<{ readonly id: string; readonly number: number }>> {
  const pools = await services.placeStore.listPools(scope);
  const books = await services.ledgerReader.listBooks(scope);
  return decideWithin(
    services.budgetStore,
    scope,
    async (office): Promise<Decision<{ readonly id: string; readonly number: number }>> => {
      const round = await office.findRound(roundId);
      if (round === undefined) return refuse(unknownRound(roundId));
      if (!actsFor(scope, round.place)) return refuse(notRoundPlace(round.place));
      const earlier = await office.listConsolidations(roundId);
      if (earlier.at(-1)?.decided === null) return refuse(undecided(roundId));
      const rules = await rulesOf(office, services.hash, round);
      const members = await acceptedIn(office, round);
      const tables = members.map(({ budget, version }) =>
        readTable(budgetOf(budget), readVersion(version).table),
      );
      const without = booksWithout(round, books, members);
      const [first, ...others] = [
        ...(reason.trim() === '' ? without.map(budgetOfTypeMissing) : []),
        ...missingIn(round, rules, pools, members),
        ...findMismatches(tables).map(mismatchRefusal),
      ];
      if (first !== undefined) return refuse(first, ...others);
      const number = earlier.length + 1;
      const content = storeContent(
        {
          ...contentOf(consolidate(tables), members),
          ...(without.length === 0 ? {} : { withoutBudget: { books: without, reason: reason.trim() } }),
        },
        services.hash,
      );
      const done = { by: scope.userId, at: now };
      return allow({
        id: await office.addConsolidation(round, { number, ...content }, members, done),
        number,
      });
    },
  );
}

async function acceptedIn(office: BudgetOffice, round: BudgetRound): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const budget of await office.listBudgets(round.id)) {
    const version = await office.findLatestVersion(budget.id);
    if (version?.review?.decision === 'accepted' && version.reopened === null)
      members.push({ budget, version });
  }
  return members;
}

/**
 * Lists missing budgets of each insurance type of the round: each pool within its place, and the adjustment fund where
 * it has one.
 */
function missingIn(
  round: BudgetRound,
  rules: BudgetRules,
  pools: readonly Pool[],
  members: readonly Member[],
): readonly Refusal[] {
  const carriesFund = findRule(rules, 'adjustment_fund_carried') !== undefined;
  const wanted = pools.filter(
    ({ kind, place, since }) =>
      coversPlace(round.place, place) && since <= `${round.year}-12-31` && (kind === 'pool' || carriesFund),
  );
  const types = [...new Set(members.map(({ budget }) => budget.insuranceType))];
  if (types.length === 0) return [budgetMissing(round.place)];
  const has = (pool: string, type: string): boolean =>
    members.some(({ budget }) => budget.pool === pool && budget.insuranceType === type);
  return types.flatMap((type) =>
    wanted.filter(({ id }) => !has(id, type)).map(({ id }) => budgetMissing(`${id}/${type}`)),
  );
}

/** Lists the books (`pool/type`) within the round's place whose type nobody has drafted. */
function booksWithout(
  { place, year }: BudgetRound,
  books: readonly BookSet[],
  members: readonly Member[],
): readonly string[] {
  const types = new Set(members.map(({ budget }) => budget.insuranceType));
  return books
    .filter((one) => one.kind === 'pool' && coversPlace(place, one.place))
    .filter(({ firstMonth, insuranceType }) => firstMonth <= `${year}-12` && !types.has(insuranceType))
    .map(({ pool, insuranceType }) => `${pool}/${insuranceType}`);
}

function contentOf(sums: ReturnType<typeof consolidate>, members: readonly Member[]): ConsolidationContent {
  return {
    types: sums.map(({ insuranceType, amounts, eliminated, totals }) => ({
      insuranceType,
      amounts: tableText({ opening: [], amounts }).amounts,
      eliminated: { levies: formatYuan(eliminated.levies), allocations: formatYuan(eliminated.allocations) },
      totals: totalsText(totals),
    })),
    members: Object.fromEntries(
      members.map(({ budget, version }) => [`${budget.pool}/${budget.insuranceType}`, version.number]),
    ),
  };
}

function undecided(at: string): Refusal {
  return wrongState(at, {
    zh: '上一份汇编还没有决定',
    en: 'the last consolidation is not decided yet',
  });
}
