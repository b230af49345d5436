import { addFundMembership } from '#http/routes/places/add-fund-membership';
import { addPlace } from '#http/routes/places/add-place';
import { addPool } from '#http/routes/places/add-pool';
import { addPooling } from '#http/routes/places/add-pooling';
import { findPoolHistory } from '#http/routes/places/find-pool-history';
import { importRegisterRoute } from '#http/routes/places/import-register';
import { listPlaces } from '#http/routes/places/list-places';
import { listPools } from '#http/routes/places/list-pools';
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
