import { ADJUSTMENT_YEAR_ROUTES } from '#http/routes/adjustment-years/adjustment-years';
import { advanceVersion } from '#http/routes/packs/advance-version';
import { BUDGET_ROUTES } from '#http/routes/budget/budget';
import { comparePacks } from '#http/routes/packs/compare-packs';
import { exportPdf } from '#http/routes/runs/export-pdf';
import { exportWorkbook } from '#http/routes/runs/export-workbook';
import { findPack } from '#http/routes/packs/find-pack';
import { findRun } from '#http/routes/runs/find-run';
import { findScenario } from '#http/routes/scenarios/find-scenario';
import { FUND_PROJECTION_ROUTES } from '#http/routes/fund-projections/fund-projections';
import { health } from '#http/routes/health';
import { IDENTITY_ROUTES } from '#http/routes/identity/identity';
import { keepScenario } from '#http/routes/scenarios/keep-scenario';
import { LEDGER_ROUTES } from '#http/routes/ledger/ledger';
import { listFormulas } from '#http/routes/packs/list-formulas';
import { listPacks } from '#http/routes/packs/list-packs';
import { listPackVersions } from '#http/routes/packs/list-pack-versions';
import { listReplaceableValues } from '#http/routes/scenarios/list-replaceable-values';
import { listRuns } from '#http/routes/runs/list-runs';
import { listScenarios } from '#http/routes/scenarios/list-scenarios';
import { listVersions } from '#http/routes/packs/list-versions';
import { explainFigure } from '#http/routes/runs/explain-figure';
import { explainScenarioFigure } from '#http/routes/scenarios/explain-scenario-figure';
import { makeAdjustment } from '#http/routes/runs/make-adjustment';
import { MONITORING_ROUTES } from '#http/routes/monitoring/monitoring';
import { openapiDocument } from '#http/routes/openapi-document';
import { PAYMENT_ROUTES } from '#http/routes/payments/payments';
import { PLACE_ROUTES } from '#http/routes/places/places';
import { projectScenario } from '#http/routes/scenarios/project-scenario';
import { RECONCILIATION_ROUTES } from '#http/routes/reconciliation/reconciliation';
import { replayRun } from '#http/routes/runs/replay-run';
import { replayScenario } from '#http/routes/scenarios/replay-scenario';
import { STATEMENT_ROUTES } from '#http/routes/statements/statements';
import { SUPERVISION_ROUTES } from '#http/routes/supervision/supervision';
import { submitVersion } from '#http/routes/packs/submit-version';
import { tryScenario } from '#http/routes/scenarios/try-scenario';
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
