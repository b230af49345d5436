import { addFundMembership } from '#http/routes/add-fund-membership';
import { addPlace } from '#http/routes/add-place';
import { addPool } from '#http/routes/add-pool';
import { addPooling } from '#http/routes/add-pooling';
import { findPoolHistory } from '#http/routes/find-pool-history';
import { importRegisterRoute } from '#http/routes/import-register';
import { listPlaces } from '#http/routes/list-places';
import { listPools } from '#http/routes/list-pools';
import type { HttpApp, HttpServices } from '#http/services';

/** The register of places and pools. */
export const PLACE_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listPlaces,
  addPlace,
  listPools,
  addPool,
  addPooling,
  addFundMembership,
  findPoolHistory,
  importRegisterRoute,
];
