import type { FinalAccountContent } from '#application/budget/draw-final-account';
import { changePercent, finalSections, rowCites } from '#application/budget/final-account-table';
import { findCurrent } from '#application/budget/find-current';
import { gridView } from '#application/budget/grid-view';
import { rulesOf } from '#application/budget/open-round';
import { unknownPaper } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { decideWithin } from '#application/transaction/decide-within';
import { SECTION_LABELS } from '#domain/budget/standard-tables';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';

/* The view's type follows from what it returns; the contract's schema checks it. */

/**
 * Shows a final account by sections and rows: budget, closed books, difference in yuan and percent, reasons and
 * clauses.
 */
export async function showFinalAccount(services: BudgetServices, scope: Scope, paperId: string) {
  return decideWithin(services.budgetStore, scope, async (office) => {
    const paper = await office.findPaper(paperId);
    const budget = paper?.kind === 'final_account' ? await office.findBudget(paper.budgetId) : undefined;
    if (paper === undefined || budget === undefined) return refuse(unknownPaper(paperId));
    const round = present(await office.findRound(budget.roundId), 'the round of a budget');
    const { table } = present(await findCurrent(office, budget), 'an adopted budget');
    const rules = await rulesOf(office, services.hash, round);
    const content = JSON.parse(paper.content) as FinalAccountContent;
    return allow({
      sections: finalSections(table, content).map(({ section, grid, reasonsOf }) => {
        const { rows, ...view } = gridView(grid);
        return {
          id: section,
          label: SECTION_LABELS[section],
          ...view,
          rows: rows.map((row, index) => ({
            ...row,
            percent: changePercent(present(grid.rows[index], row.id)),
            reasons: [...reasonsOf(row.id)],
            cite: [...rowCites(rules, budget.kind, row.id)],
          })),
        };
      }),
      cite: [...content.cite],
    }) satisfies Decision<object>;
  });
}
