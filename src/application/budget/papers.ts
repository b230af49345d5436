import { storeContent } from '#application/budget/content';
import { findCurrent, type CurrentBudget } from '#application/budget/find-current';
import { rulesOf } from '#application/budget/open-round';
import { notAdopted, unknownBudget, unknownRound, wrongState } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, PaperKind } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { BudgetRules } from '#domain/budget/rules';
import { findRule } from '#domain/budget/rules';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

export interface DocumentNamed {
  readonly document: string;
  /** SHA-256 as 64 hexadecimal digits. */
  readonly documentHash: string;
}

/** The ground of a paper: an adopted budget in its present state, with the rules of its round. */
export interface PaperGround {
  readonly budget: Budget;
  readonly current: CurrentBudget;
  readonly rules: BudgetRules;
  /** Earlier papers of the same kind: all decided. */
  readonly earlier: number;
  readonly hasFinalAccount: boolean;
}

export interface PaperDraft {
  readonly content: object;
  readonly needsException: boolean;
}

/**
 * Adds a paper to an adopted budget, unless the last one of its kind still waits for its decision.
 * @param prepare what it says, from the budget as it stands; a refusal ends it
 */
export async function addPaper(
  services: BudgetServices,
  scope: Scope,
  asked: {
    readonly budgetId: string;
    readonly kind: PaperKind;
    readonly reason: string;
    readonly named?: DocumentNamed | undefined;
  },
  prepare: (ground: PaperGround) => Promise<Decision<PaperDraft>>,
  now: string,
): Promise<Decision<{ readonly id: string; readonly number: number }>> {
  const { kind, reason, named } = asked;
  const found = await findGround(services, scope, asked);
  if (!found.allowed) return found;
  const prepared = await prepare(found.value);
  if (!prepared.allowed) return prepared;
  const { budget, current, earlier } = found.value;
  const { content, needsException } = prepared.value;
  // Whoever was quicker has taken the number, and the paper is refused.
  const number = earlier + 1;
  const document = named?.document ?? null;
  const documentHash = named?.documentHash ?? null;
  const text = { ...storeContent(content, services.hash), reason, document, documentHash };
  const paper = { kind, number, needsException, ...text };
  const done = { by: scope.userId, at: now };
  return decideWithin(services.budgetStore, scope, async (office) =>
    allow({ id: await office.addPaper(budget, current.consolidationId, paper, done), number }),
  );
}

async function findGround(
  services: BudgetServices,
  scope: Scope,
  {
    budgetId,
    kind,
    reason,
  }: { readonly budgetId: string; readonly kind: PaperKind; readonly reason: string },
): Promise<Decision<PaperGround>> {
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<PaperGround>> => {
    const budget = await office.findBudget(budgetId);
    if (budget === undefined) return refuse(unknownBudget(budgetId));
    const round = await office.findRound(budget.roundId);
    if (round === undefined) return refuse(unknownRound(budget.roundId));
    const rules = await rulesOf(office, services.hash, round);
    const current = await findCurrent(office, budget);
    if (current === undefined) {
      return refuse(notAdopted(budget.pool, budget.year, findRule(rules, 'binding')?.cite[0]));
    }
    if (reason.trim() === '') return refuse(reasonMissing());
    const earlier = await office.listPapers(budgetId, kind);
    if (earlier.at(-1)?.decided === null) return refuse(undecided(budgetId));
    const accounts = await office.listPapers(budgetId, 'final_account');
    const hasFinalAccount = accounts.at(-1)?.decided?.decision === 'approved';
    return allow({ budget, current, rules, earlier: earlier.length, hasFinalAccount });
  });
}

function undecided(at: string): ReturnType<typeof wrongState> {
  return wrongState(at, { zh: '上一份还没有决定', en: 'the last one of its kind is not decided yet' });
}
