import { adoptBudgets } from '#http/routes/budget/adopt-budgets';
import { amendBudget } from '#http/routes/budget/amend-budget';
import { budgetInboxRoute } from '#http/routes/budget/budget-inbox';
import { consolidateBudgets } from '#http/routes/budget/consolidate-budgets';
import { decideBudgetPaper } from '#http/routes/budget/decide-budget-paper';
import { draftBudgetRoute } from '#http/routes/budget/draft-budget';
import { drawFinalAccountRoute } from '#http/routes/budget/draw-final-account';
import { evaluateBudgetRoute } from '#http/routes/budget/evaluate-budget';
import { explainBudgetRoute } from '#http/routes/budget/explain-budget';
import { exportBudget } from '#http/routes/budget/export-budget';
import { exportConsolidation } from '#http/routes/budget/export-consolidation';
import { findBudget } from '#http/routes/budget/find-budget';
import { findBudgetExecution } from '#http/routes/budget/find-budget-execution';
import { findBudgetRound } from '#http/routes/budget/find-budget-round';
import { findConsolidationRoute } from '#http/routes/budget/find-consolidation';
import { findFinalAccount } from '#http/routes/budget/find-final-account';
import { findDraftForm } from '#http/routes/budget/find-draft-form';
import { listBudgetRounds } from '#http/routes/budget/list-budget-rounds';
import { openBudgetFigure } from '#http/routes/budget/open-budget-figure';
import { openBudgetRound } from '#http/routes/budget/open-budget-round';
import { recordBudgetException } from '#http/routes/budget/record-budget-exception';
import { reopenBudget } from '#http/routes/budget/reopen-budget';
import { reviewBudget } from '#http/routes/budget/review-budget';
import { submitBudget } from '#http/routes/budget/submit-budget';
import type { HttpApp, HttpServices } from '#http/services';

/** Budgets from draft to final account. */
export const BUDGET_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  openBudgetRound,
  listBudgetRounds,
  findBudgetRound,
  budgetInboxRoute,
  findDraftForm,
  draftBudgetRoute,
  findBudget,
  explainBudgetRoute,
  recordBudgetException,
  submitBudget,
  reviewBudget,
  reopenBudget,
  consolidateBudgets,
  findConsolidationRoute,
  exportConsolidation,
  exportBudget,
  adoptBudgets,
  findBudgetExecution,
  openBudgetFigure,
  amendBudget,
  drawFinalAccountRoute,
  findFinalAccount,
  evaluateBudgetRoute,
  decideBudgetPaper,
];
