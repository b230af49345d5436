import { explainFundProjection } from '#http/routes/fund-projections/explain-fund-projection';
import { findFundProjection } from '#http/routes/fund-projections/find-fund-projection';
import { keepFundProjection } from '#http/routes/fund-projections/keep-fund-projection';
import { listFundProjections } from '#http/routes/fund-projections/list-fund-projections';
import { replayFundProjection } from '#http/routes/fund-projections/replay-fund-projection';
import { projectAdjustmentYear } from '#http/routes/fund-projections/project-adjustment-year';
import { projectRun } from '#http/routes/fund-projections/project-run';
import type { HttpApp, HttpServices } from '#http/services';

/**
 * Routes of fund projections: a calculator, without account, that keeps what it reckoned; and projections that start from a
 * year of adjustment, which are there for who may see that year.
 */
export const FUND_PROJECTION_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  keepFundProjection,
  projectRun,
  projectAdjustmentYear,
  listFundProjections,
  findFundProjection,
  explainFundProjection,
  replayFundProjection,
];
