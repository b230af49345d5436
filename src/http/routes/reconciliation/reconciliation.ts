import { comparePremiumsRoute } from '#http/routes/reconciliation/compare-premiums';
import { confirmReconciliationClosing } from '#http/routes/reconciliation/confirm-reconciliation-closing';
import { decideDifference } from '#http/routes/reconciliation/decide-difference';
import { decideReconciliationClosing } from '#http/routes/reconciliation/decide-reconciliation-closing';
import { exportAdjustmentPdf } from '#http/routes/reconciliation/export-adjustment-pdf';
import { exportAdjustmentWorkbook } from '#http/routes/reconciliation/export-adjustment-workbook';
import { findReconciliation } from '#http/routes/reconciliation/find-reconciliation';
import { importReconciliationStatement } from '#http/routes/reconciliation/import-reconciliation-statement';
import { listReconciliationMatches } from '#http/routes/reconciliation/list-reconciliation-matches';
import { listReconciliationsRoute } from '#http/routes/reconciliation/list-reconciliations';
import { listWaitingReconciliations } from '#http/routes/reconciliation/list-waiting-reconciliations';
import { proposeForDifferenceRoute } from '#http/routes/reconciliation/propose-for-difference';
import { proposeReconciliationClosing } from '#http/routes/reconciliation/propose-reconciliation-closing';
import type { HttpApp, HttpServices } from '#http/services';

/** Statements of other parties, differences, closed months and the comparison of premiums. */
export const RECONCILIATION_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listReconciliationsRoute,
  listWaitingReconciliations,
  importReconciliationStatement,
  findReconciliation,
  listReconciliationMatches,
  proposeForDifferenceRoute,
  decideDifference,
  proposeReconciliationClosing,
  confirmReconciliationClosing,
  decideReconciliationClosing,
  exportAdjustmentWorkbook,
  exportAdjustmentPdf,
  comparePremiumsRoute,
];
