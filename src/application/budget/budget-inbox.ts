import { actsFor } from '#application/budget/review-version';
import { settled, type BudgetServices } from '#application/budget/services';
import type {
  Budget,
  BudgetOffice,
  BudgetPaper,
  BudgetRound,
  BudgetVersion,
  Done,
  PaperKind,
} from '#application/ports/budget-store';
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

/** What waits for a second person at a place that compiles: never what the same person made. */
export interface BudgetInbox {
  readonly drafts: readonly (WaitingOf & BudgetFields & { readonly number: number })[];
  readonly consolidations: readonly (WaitingOf & { readonly number: number })[];
  readonly papers: readonly (WaitingOf &
    BudgetFields &
    Pick<BudgetPaper, 'id' | 'kind' | 'number' | 'reason'>)[];
}

const PAPER_KINDS: readonly PaperKind[] = ['amendment', 'final_account', 'evaluation'];

/** Submitted drafts, consolidations and papers that this person may decide, of every round in the own places. */
export async function budgetInbox(
  { budgetStore }: Pick<BudgetServices, 'budgetStore'>,
  scope: Scope,
): Promise<Decision<BudgetInbox>> {
  return settled(
    await budgetStore.within(scope, async (office): Promise<Decision<BudgetInbox>> => {
      const waiting: BudgetInbox[] = [];
      for (const round of await office.listRounds()) {
        if (actsFor(scope, round.place)) waiting.push(await ofRound(office, round, scope.userId));
      }
      return allow({
        drafts: waiting.flatMap(({ drafts }) => drafts),
        consolidations: waiting.flatMap(({ consolidations }) => consolidations),
        papers: waiting.flatMap(({ papers }) => papers),
      });
    }),
  );
}

/** Before its adoption a round has drafts and consolidations that wait; after it, papers. */
async function ofRound(office: BudgetOffice, round: BudgetRound, userId: string): Promise<BudgetInbox> {
  const budgets = await office.listBudgets(round.id);
  if (round.adopted !== null) {
    const papers: BudgetInbox['papers'][number][] = [];
    for (const budget of budgets) papers.push(...(await papersOf(office, round, budget, userId)));
    return { drafts: [], consolidations: [], papers };
  }
  const drafts: BudgetInbox['drafts'][number][] = [];
  for (const budget of budgets) {
    const version = (await office.listVersions(budget.id)).at(-1);
    if (version === undefined || version.submitted === null) continue;
    if (version.review === null && !isOf(version, userId)) {
      drafts.push({
        ...waitingOf(round, version.submitted),
        ...fieldsOf(budget),
        number: version.number,
      });
    }
  }
  const last = (await office.listConsolidations(round.id)).at(-1);
  const isOpen = last?.decided === null && last.made.by !== userId;
  return {
    drafts,
    consolidations: isOpen ? [{ ...waitingOf(round, last.made), number: last.number }] : [],
    papers: [],
  };
}

async function papersOf(
  office: BudgetOffice,
  round: BudgetRound,
  budget: Budget,
  userId: string,
): Promise<BudgetInbox['papers']> {
  const papers: BudgetPaper[] = [];
  for (const kind of PAPER_KINDS) papers.push(...(await office.listPapers(budget.id, kind)));
  return papers
    .filter(({ decided, made }) => decided === null && made.by !== userId)
    .map(({ id, kind, number, reason, made }) => {
      return { ...waitingOf(round, made), ...fieldsOf(budget), id, kind, number, reason };
    });
}

function isOf({ made, submitted, exception }: BudgetVersion, userId: string): boolean {
  return [made.by, submitted?.by, exception?.by].includes(userId);
}

function waitingOf({ id, year, place }: BudgetRound, { by, at }: Done): WaitingOf {
  return { round: id, year, place, by, at };
}

function fieldsOf({ id, pool, insuranceType }: Budget): BudgetFields {
  return { budget: id, pool, insuranceType };
}
