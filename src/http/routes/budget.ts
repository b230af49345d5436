import { adoptBudgets } from '#http/routes/adopt-budgets';
import { amendBudget } from '#http/routes/amend-budget';
import { budgetInboxRoute } from '#http/routes/budget-inbox';
import { consolidateBudgets } from '#http/routes/consolidate-budgets';
import { decideBudgetPaper } from '#http/routes/decide-budget-paper';
import { draftBudgetRoute } from '#http/routes/draft-budget';
import { drawFinalAccountRoute } from '#http/routes/draw-final-account';
import { evaluateBudgetRoute } from '#http/routes/evaluate-budget';
import { explainBudgetRoute } from '#http/routes/explain-budget';
import { exportBudget } from '#http/routes/export-budget';
import { exportConsolidation } from '#http/routes/export-consolidation';
import { findBudget } from '#http/routes/find-budget';
import { findBudgetExecution } from '#http/routes/find-budget-execution';
import { findBudgetRound } from '#http/routes/find-budget-round';
import { findConsolidationRoute } from '#http/routes/find-consolidation';
import { findFinalAccount } from '#http/routes/find-final-account';
import { findDraftForm } from '#http/routes/find-draft-form';
import { listBudgetRounds } from '#http/routes/list-budget-rounds';
import { openBudgetFigure } from '#http/routes/open-budget-figure';
import { openBudgetRound } from '#http/routes/open-budget-round';
import { recordBudgetException } from '#http/routes/record-budget-exception';
import { reopenBudget } from '#http/routes/reopen-budget';
import { reviewBudget } from '#http/routes/review-budget';
import { submitBudget } from '#http/routes/submit-budget';
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
