import { actsFor } from '#application/budget/review-version';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, BudgetPaper, BudgetRound, Done, VersionSteps } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';

interface WaitingOf extends Done {
  readonly round: string;
  readonly year: number;
  readonly place: string;
}

type BudgetFields = {
  readonly budget: string;
  readonly pool: string;
  readonly insuranceType: Budget['insuranceType'];
};

/** Records that wait for a second person at a compiling place, without the person's own. */
export interface BudgetInbox {
  readonly drafts: readonly (WaitingOf & BudgetFields & { readonly number: number })[];
  readonly consolidations: readonly (WaitingOf & { readonly number: number })[];
  readonly papers: readonly (WaitingOf &
    BudgetFields &
    Pick<BudgetPaper, 'id' | 'kind' | 'number' | 'reason'>)[];
}

/**
 * Lists submitted drafts, consolidations and papers that this person may decide, of every round in the own places. Before
 * its adoption a round has drafts and consolidations that wait; after it, papers. Five queries whatever the number of
 * budgets, none of which reads what a budget says: every page asks for its count.
 */
export async function budgetInbox(
  { budgetStore }: Pick<BudgetServices, 'budgetStore'>,
  scope: Scope,
): Promise<Decision<BudgetInbox>> {
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<BudgetInbox>> => {
    const rounds = (await office.listRounds()).filter(({ place }) => actsFor(scope, place));
    const open = rounds.filter(({ adopted }) => adopted === null).map(({ id }) => id);
    const adopted = rounds.filter((round) => round.adopted !== null).map(({ id }) => id);
    const budgets = await office.listBudgets();
    const versions = await office.listLatestVersions(open);
    const consolidations = await office.listOpenConsolidations(open);
    const papers = await office.listOpenPapers(adopted);
    const { userId } = scope;
    return allow({
      drafts: ofBudgets(rounds, budgets, versions, (version) => {
        if (version.submitted === null || version.review !== null || isOf(version, userId)) return undefined;
        return { ...version.submitted, number: version.number };
      }),
      consolidations: rounds.flatMap((round) =>
        consolidations
          .filter(({ roundId, made }) => roundId === round.id && made.by !== userId)
          .map(({ number, made }) => ({ ...waitingOf(round, made), number })),
      ),
      papers: ofBudgets(rounds, budgets, papers, ({ id, kind, number, reason, made }) =>
        made.by === userId ? undefined : { ...made, id, kind, number, reason },
      ),
    });
  });
}

/** Orders records of budgets by round and budget; those for which `view` returns nothing are left out. */
function ofBudgets<Of extends { readonly budgetId: string }, View extends Done>(
  rounds: readonly BudgetRound[],
  budgets: readonly Budget[],
  records: readonly Of[],
  view: (record: Of) => View | undefined,
): readonly (WaitingOf & BudgetFields & View)[] {
  const views = new Map<string, View[]>();
  for (const record of records) {
    const one = view(record);
    if (one !== undefined) views.set(record.budgetId, [...(views.get(record.budgetId) ?? []), one]);
  }
  return rounds.flatMap((round) =>
    budgets
      .filter(({ roundId }) => roundId === round.id)
      .flatMap((budget) =>
        (views.get(budget.id) ?? []).map((one) => ({
          ...waitingOf(round, one),
          ...fieldsOf(budget),
          ...one,
        })),
      ),
  );
}

function isOf({ made, submitted, exception }: VersionSteps, userId: string): boolean {
  return [made.by, submitted?.by, exception?.by].includes(userId);
}

function waitingOf({ id, year, place }: BudgetRound, { by, at }: Done): WaitingOf {
  return { round: id, year, place, by, at };
}

function fieldsOf({ id, pool, insuranceType }: Budget): BudgetFields {
  return { budget: id, pool, insuranceType };
}
