import { explainFundProjection } from '#http/routes/explain-fund-projection';
import { findFundProjection } from '#http/routes/find-fund-projection';
import { keepFundProjection } from '#http/routes/keep-fund-projection';
import { listFundProjections } from '#http/routes/list-fund-projections';
import { replayFundProjection } from '#http/routes/replay-fund-projection';
import { projectAdjustmentYear } from '#http/routes/project-adjustment-year';
import { projectRun } from '#http/routes/project-run';
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
