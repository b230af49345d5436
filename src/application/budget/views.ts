import { budgetOf, readTable, readVersion } from '#application/budget/content';
import { findCurrent } from '#application/budget/find-current';
import { openingViews, readHeld, type OpeningView } from '#application/budget/held-openings';
import { unknownBudget, unknownRound } from '#application/budget/refusals';
import { rulesOf } from '#application/budget/open-round';
import type { BudgetServices } from '#application/budget/services';
import { totalsText, type TotalsText } from '#application/budget/totals-text';
import type {
  Budget,
  BudgetPaper,
  BudgetRound,
  BudgetVersion,
  VersionSteps,
  Consolidation,
} from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import { findDeficits, type Deficit } from '#domain/budget/deficits';
import type { BudgetPart } from '#domain/budget/lines';
import type { ScoredItem } from '#domain/assessment/score-items';
import { lineOf, partsOf, totalsOf, type BudgetTable } from '#domain/budget/table';
import type { Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';
import { digitsText, roundingLeft } from '#kernel/shown-amount';
import type { ExplainedNode } from '#rules/explain/node';

export type BudgetState = 'drafted' | 'submitted' | 'returned' | 'accepted' | 'reopened' | 'adopted';

/** Sums of a table that are made of other figures that it shows. */
export type TableSum = 'income' | 'expenditure' | 'yearBalance' | 'accumulated';

/** A standard table for a view: each line with its name, and the sums of the whole and of each part. */
export interface TableView {
  readonly lines: readonly {
    readonly line: string;
    readonly part: BudgetPart;
    readonly ofPool: string | null;
    readonly label: Bilingual;
    readonly side: 'income' | 'expenditure';
    readonly isTransfer: boolean;
    readonly amount: string;
    readonly cite: readonly string[];
  }[];
  readonly totals: TotalsText;
  /** Shown in ten thousand yuan: what a total is more than its shown parts (尾差); those that add up are left out. */
  readonly roundings: readonly { readonly figure: TableSum; readonly amount: string }[];
  readonly parts: readonly { readonly part: BudgetPart; readonly totals: TotalsText }[];
}

export interface DeficitView {
  readonly kind: Deficit['kind'];
  readonly part: BudgetPart;
  readonly amount: string;
  readonly treatment: Deficit['treatment'];
  readonly cite: readonly string[];
}

export interface BudgetSummary extends Budget {
  readonly state: BudgetState | null;
  readonly version: number;
}

export interface RoundView {
  readonly round: BudgetRound;
  /** Whether the pack is a consultation draft: then the whole round is a simulation. */
  readonly packStatus: 'in_force' | 'draft';
  readonly cite: readonly string[];
  readonly budgets: readonly BudgetSummary[];
  readonly consolidations: readonly Consolidation[];
  /** The pack's own indicators of an evaluation. */
  readonly indicators: readonly ScoredItem[];
}

export interface BudgetView {
  readonly budget: Budget;
  readonly state: BudgetState | null;
  readonly versions: readonly Omit<BudgetVersion, 'content'>[];
  /** The budget in force, plans included; null before its adoption. */
  readonly current: TableView | null;
  /** The latest draft. */
  readonly latest: TableView | null;
  /** Opening balances of the latest draft against the present books, with stated reasons for differences. */
  readonly openings: readonly OpeningView[];
  readonly openingReason: string | null;
  readonly deficits: readonly DeficitView[];
  readonly papers: readonly BudgetPaper[];
}

export async function listRounds(
  { budgetStore }: BudgetServices,
  scope: Scope,
): Promise<Decision<{ readonly rounds: readonly BudgetRound[] }>> {
  return decideWithin(budgetStore, scope, async (office) => allow({ rounds: await office.listRounds() }));
}

export async function showRound(
  services: BudgetServices,
  scope: Scope,
  roundId: string,
): Promise<Decision<RoundView>> {
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<RoundView>> => {
    const round = await office.findRound(roundId);
    if (round === undefined) return refuse(unknownRound(roundId));
    const { pack, cite, indicators } = await rulesOf(office, services.hash, round);
    const versions = await office.listLatestVersions([roundId]);
    const budgets = (await office.listBudgets(roundId)).map((budget): BudgetSummary => {
      const version = versions.find(({ budgetId }) => budgetId === budget.id);
      return { ...budget, state: stateOf(round, version), version: version?.number ?? 0 };
    });
    const consolidations = await office.listConsolidations(roundId);
    return allow({
      round,
      packStatus: pack.raw.status,
      cite,
      budgets,
      consolidations,
      indicators: indicators.map((one) => {
        return { id: one.id, name: one.name, points: one.pointsText, cite: one.cite };
      }),
    });
  });
}

export async function showBudget(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
): Promise<Decision<BudgetView>> {
  const budget = await services.budgetStore.within(scope, (office) => office.findBudget(budgetId));
  if (budget === undefined) return refuse(unknownBudget(budgetId));
  const held = await readHeld(services, scope, budget);
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<BudgetView>> => {
    const round = await office.findRound(budget.roundId);
    if (round === undefined) return refuse(unknownRound(budget.roundId));
    const versions = await office.listVersions(budgetId);
    const latest = versions.at(-1);
    const draft = latest === undefined ? undefined : readVersion(latest);
    const table = draft === undefined ? undefined : readTable(budgetOf(budget), draft.table);
    const current = await findCurrent(office, budget);
    const judged = current?.table ?? table;
    const deficits =
      judged === undefined ? [] : findDeficits(judged, await rulesOf(office, services.hash, round));
    const papers: BudgetPaper[] = [];
    for (const kind of ['amendment', 'final_account', 'evaluation'] as const) {
      papers.push(...(await office.listPapers(budgetId, kind)));
    }
    return allow({
      budget,
      state: stateOf(round, latest),
      versions: versions.map(({ content: _content, ...version }) => version),
      current: current === undefined ? null : tableView(current.table),
      latest: table === undefined ? null : tableView(table),
      openings: table === undefined ? [] : openingViews(table, held),
      openingReason: draft?.openingReason ?? null,
      deficits: deficits.map(({ fen, ...deficit }) => ({ ...deficit, amount: formatYuan(fen) })),
      papers,
    });
  });
}

/** Explains the latest draft, down to drivers and sources. */
export async function explainBudget(
  { budgetStore }: BudgetServices,
  scope: Scope,
  budgetId: string,
): Promise<Decision<{ readonly number: number; readonly nodes: readonly ExplainedNode[] }>> {
  return decideWithin(
    budgetStore,
    scope,
    async (
      office,
    ): Promise<Decision<{ readonly number: number; readonly nodes: readonly ExplainedNode[] }>> => {
      const version = await office.findLatestVersion(budgetId);
      if (version === undefined) return refuse(unknownBudget(budgetId));
      return allow({ number: version.number, nodes: readVersion(version).nodes });
    },
  );
}

export function tableView(table: BudgetTable): TableView {
  return {
    lines: table.amounts.map((amount) => {
      const { label, side, isTransfer, cite } = lineOf(table.kind, amount);
      const { line, part, ofPool } = amount;
      return { line, part, ofPool, label, side, isTransfer, amount: formatYuan(amount.fen), cite };
    }),
    totals: totalsText(totalsOf(table)),
    roundings: roundingsOf(table),
    parts: partsOf(table.kind, table.insuranceType).map((part) => ({
      part,
      totals: totalsText(totalsOf(table, part)),
    })),
  };
}

function roundingsOf(table: BudgetTable): TableView['roundings'] {
  const { income, expenditure, yearBalance, opening, accumulated } = totalsOf(table);
  const on = (side: 'income' | 'expenditure'): readonly Fen[] =>
    table.amounts.filter((amount) => lineOf(table.kind, amount).side === side).map((amount) => amount.fen);
  const left: readonly (readonly [TableSum, bigint])[] = [
    ['income', roundingLeft(income, on('income'), [], 'wan')],
    ['expenditure', roundingLeft(expenditure, on('expenditure'), [], 'wan')],
    ['yearBalance', roundingLeft(yearBalance, [income], [expenditure], 'wan')],
    ['accumulated', roundingLeft(accumulated, [opening, yearBalance], [], 'wan')],
  ];
  return left.flatMap(([figure, digits]) => (digits === 0n ? [] : [{ figure, amount: digitsText(digits) }]));
}

function stateOf({ adopted }: BudgetRound, version: VersionSteps | undefined): BudgetState | null {
  if (version === undefined) return null;
  if (version.reopened !== null) return 'reopened';
  if (version.review !== null) {
    return version.review.decision === 'accepted' && adopted !== null ? 'adopted' : version.review.decision;
  }
  return version.submitted === null ? 'drafted' : 'submitted';
}
