import { comparePremiumsRoute } from '#http/routes/compare-premiums';
import { confirmReconciliationClosing } from '#http/routes/confirm-reconciliation-closing';
import { decideDifference } from '#http/routes/decide-difference';
import { decideReconciliationClosing } from '#http/routes/decide-reconciliation-closing';
import { exportAdjustmentPdf } from '#http/routes/export-adjustment-pdf';
import { exportAdjustmentWorkbook } from '#http/routes/export-adjustment-workbook';
import { findReconciliation } from '#http/routes/find-reconciliation';
import { importReconciliationStatement } from '#http/routes/import-reconciliation-statement';
import { listReconciliationMatches } from '#http/routes/list-reconciliation-matches';
import { listReconciliationsRoute } from '#http/routes/list-reconciliations';
import { listWaitingReconciliations } from '#http/routes/list-waiting-reconciliations';
import { proposeForDifferenceRoute } from '#http/routes/propose-for-difference';
import { proposeReconciliationClosing } from '#http/routes/propose-reconciliation-closing';
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
