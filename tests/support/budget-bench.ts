import { openRound } from '#application/budget/open-round';
import { draftBudget } from '#application/budget/draft-budget';
import { reviewVersion, submitVersion } from '#application/budget/review-version';
import type { DraftRequest } from '#application/budget/request';
import type { BudgetServices } from '#application/budget/services';
import type { Caller, RoleId } from '#application/identity/caller';
import type { StatementStore } from '#application/ports/statement-store';
import type { IdentityServices } from '#application/identity/services';
import type { Scope } from '#domain/identity/account';
import { sha256 } from '#files/sha256';
import { assert, present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { createBudgetStore } from '#storage/budget/budget-store';
import type { Database } from '#storage/database/connect';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createPackLifeStore } from '#storage/pack-life-store';
import { createPlaceStore } from '#storage/place/place-store';
import { createStatementStore } from '#storage/statement/statement-store';
import { budgetYaml } from '#tests/support/budget-tables';
import { addPerson, identityServices, makeAdministrators } from '#tests/support/identity-people';
import { inventedSource, type FileOverrides } from '#tests/support/invented-pack';
import { FUND } from '#tests/support/ledger-bench';

export const BUDGET_NOW = '2025-12-01T08:00:00.000Z';

/** The bench keeps books of both types, and its rounds budget residents alone. */
export const RESIDENTS_ALONE = { reason: '职工医保预算另行编制' } as const;

const RULES = budgetYaml(
  'year_deficit_by_exception',
  'accumulated_deficit_refused',
  'adjustment_fund_carried',
  'binding',
);

/** People of the invented province who budget: a maker in the east, and maker, second maker and checker above. */
export const BUDGET_PEOPLE = [
  ['eastMaker', `${FUND}/east`, 'budget_maker'],
  ['eastChecker', `${FUND}/east`, 'budget_checker'],
  ['westMaker', `${FUND}/west`, 'budget_maker'],
  ['maker', FUND, 'budget_maker'],
  ['checker', FUND, 'budget_checker'],
] as const satisfies readonly (readonly [string, string, RoleId])[];

export type BudgetPerson = (typeof BUDGET_PEOPLE)[number][0];

export interface BudgetBench {
  readonly services: BudgetServices & { readonly statementStore: StatementStore };
  readonly identity: IdentityServices;
  readonly administrators: readonly [Caller, Caller];
  readonly ids: Readonly<Record<BudgetPerson, string>>;
  readonly scope: (person: BudgetPerson) => Scope;
}

/** Budgets on a database that has the register of the ledger's bench already. */
export async function makeBudgetBench(
  database: Database,
  overrides: FileOverrides = {},
): Promise<BudgetBench> {
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const ids: Partial<Record<BudgetPerson, string>> = {};
  for (const [key, place, role] of BUDGET_PEOPLE) {
    const user = { login: key.toLowerCase(), name: key, department: 'health_insurance', place } as const;
    ids[key] = await addPerson(identity, administrators, user, [[role, place]]);
  }
  const scope = (person: BudgetPerson): Scope => {
    const [, place] = present(
      BUDGET_PEOPLE.find(([key]) => key === person),
      person,
    );
    return {
      userId: present(ids[person], person),
      parts: [{ place, department: 'health_insurance' }],
    };
  };
  return {
    services: {
      source: inventedSource({ 'budget.yaml': RULES, ...overrides }),
      hash: sha256,
      budgetStore: createBudgetStore(database),
      placeStore: createPlaceStore(database),
      ledgerReader: createLedgerReader(database),
      packLifeStore: createPackLifeStore(database),
      statementStore: createStatementStore(database),
    },
    identity,
    administrators,
    ids: ids as Readonly<Record<BudgetPerson, string>>,
    scope,
  };
}

export function allowed<T>(decision: Decision<T>): T {
  assert(decision.allowed, decision.allowed ? '' : JSON.stringify(decision.refusals));
  return decision.value;
}

/** The codes and places of a refusal; nothing where it is allowed. */
export function refusedBy(decision: Decision<unknown>): readonly string[] {
  return decision.allowed
    ? []
    : decision.refusals.map(({ code, at }) => (at === '' ? code : `${code} ${at}`));
}

/** Opens the round of 2026; gives its id. */
export async function openRound2026({ services, scope }: BudgetBench): Promise<string> {
  const round = { place: FUND, year: 2026, pack: 'yunhai' };
  return allowed(await openRound(services, scope('maker'), round, BUDGET_NOW)).id;
}

/** Drafts, submits and has accepted what `by` makes; gives the budget's id. */
export async function acceptedDraft(
  { services, scope }: BudgetBench,
  round: string,
  draft: DraftRequest,
  by: BudgetPerson = 'maker',
): Promise<string> {
  const { budget } = allowed(await draftBudget(services, scope(by), round, draft, BUDGET_NOW));
  allowed(await submitVersion(services, scope(by), budget, BUDGET_NOW));
  const review = { decision: 'accepted', reason: '' } as const;
  allowed(await reviewVersion(services, scope('checker'), budget, review, BUDGET_NOW));
  return budget;
}
