import { explainFundProjection } from '#http/routes/explain-fund-projection';
import { findFundProjection } from '#http/routes/find-fund-projection';
import { keepFundProjection } from '#http/routes/keep-fund-projection';
import { listFundProjections } from '#http/routes/list-fund-projections';
import { replayFundProjection } from '#http/routes/replay-fund-projection';
import type { HttpApp, HttpServices } from '#http/services';

/** Routes of fund projections: a calculator, without account, that keeps what it reckoned. */
export const FUND_PROJECTION_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  keepFundProjection,
  listFundProjections,
  findFundProjection,
  explainFundProjection,
  replayFundProjection,
];
