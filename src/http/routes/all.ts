import { findPack } from '#http/routes/find-pack';
import { findRun } from '#http/routes/find-run';
import { health } from '#http/routes/health';
import { listPacks } from '#http/routes/list-packs';
import { listRuns } from '#http/routes/list-runs';
import { explainFigure } from '#http/routes/explain-figure';
import { makeAdjustment } from '#http/routes/make-adjustment';
import { openapiDocument } from '#http/routes/openapi-document';
import { replayRun } from '#http/routes/replay-run';
import type { HttpApp, HttpServices } from '#http/services';

/** Every route of the API; each adds itself. */
export const ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listRuns,
  findRun,
  explainFigure,
  replayRun,
  makeAdjustment,
  listPacks,
  findPack,
  openapiDocument,
  health,
];
