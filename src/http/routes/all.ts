import { ADJUSTMENT_YEAR_ROUTES } from '#http/routes/adjustment-years';
import { advanceVersion } from '#http/routes/advance-version';
import { BUDGET_ROUTES } from '#http/routes/budget';
import { comparePacks } from '#http/routes/compare-packs';
import { exportPdf } from '#http/routes/export-pdf';
import { exportWorkbook } from '#http/routes/export-workbook';
import { findPack } from '#http/routes/find-pack';
import { findRun } from '#http/routes/find-run';
import { findScenario } from '#http/routes/find-scenario';
import { FUND_PROJECTION_ROUTES } from '#http/routes/fund-projections';
import { health } from '#http/routes/health';
import { IDENTITY_ROUTES } from '#http/routes/identity';
import { keepScenario } from '#http/routes/keep-scenario';
import { LEDGER_ROUTES } from '#http/routes/ledger';
import { listFormulas } from '#http/routes/list-formulas';
import { listPacks } from '#http/routes/list-packs';
import { listPackVersions } from '#http/routes/list-pack-versions';
import { listReplaceableValues } from '#http/routes/list-replaceable-values';
import { listRuns } from '#http/routes/list-runs';
import { listScenarios } from '#http/routes/list-scenarios';
import { listVersions } from '#http/routes/list-versions';
import { explainFigure } from '#http/routes/explain-figure';
import { explainScenarioFigure } from '#http/routes/explain-scenario-figure';
import { makeAdjustment } from '#http/routes/make-adjustment';
import { MONITORING_ROUTES } from '#http/routes/monitoring';
import { openapiDocument } from '#http/routes/openapi-document';
import { PAYMENT_ROUTES } from '#http/routes/payments';
import { PLACE_ROUTES } from '#http/routes/places';
import { projectScenario } from '#http/routes/project-scenario';
import { RECONCILIATION_ROUTES } from '#http/routes/reconciliation';
import { replayRun } from '#http/routes/replay-run';
import { replayScenario } from '#http/routes/replay-scenario';
import { STATEMENT_ROUTES } from '#http/routes/statements';
import { SUPERVISION_ROUTES } from '#http/routes/supervision';
import { submitVersion } from '#http/routes/submit-version';
import { tryScenario } from '#http/routes/try-scenario';
import type { HttpApp, HttpServices } from '#http/services';

/** Every route of the API; each adds itself. */
export const ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listRuns,
  findRun,
  explainFigure,
  replayRun,
  exportWorkbook,
  exportPdf,
  listReplaceableValues,
  tryScenario,
  projectScenario,
  explainScenarioFigure,
  keepScenario,
  listScenarios,
  findScenario,
  replayScenario,
  makeAdjustment,
  listPacks,
  findPack,
  listFormulas,
  listVersions,
  listPackVersions,
  submitVersion,
  advanceVersion,
  comparePacks,
  ...FUND_PROJECTION_ROUTES,
  ...IDENTITY_ROUTES,
  ...PLACE_ROUTES,
  ...LEDGER_ROUTES,
  ...PAYMENT_ROUTES,
  ...BUDGET_ROUTES,
  ...ADJUSTMENT_YEAR_ROUTES,
  ...STATEMENT_ROUTES,
  ...RECONCILIATION_ROUTES,
  ...SUPERVISION_ROUTES,
  ...MONITORING_ROUTES,
  openapiDocument,
  health,
];
