import { addSupervisionFinding } from '#http/routes/supervision/add-supervision-finding';
import { closeSupervisionCase } from '#http/routes/supervision/close-supervision-case';
import { decideRectification } from '#http/routes/supervision/decide-rectification';
import { findSupervisionCase } from '#http/routes/supervision/find-supervision-case';
import { listSupervisionCases } from '#http/routes/supervision/list-supervision-cases';
import { openSupervisionCase } from '#http/routes/supervision/open-supervision-case';
import { reportRectification } from '#http/routes/supervision/report-rectification';
import { summariseSupervision } from '#http/routes/supervision/summarise-supervision';
import type { HttpApp, HttpServices } from '#http/services';

/** The register of supervision: cases, what was found, how it was put right, and the year's summary. */
export const SUPERVISION_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listSupervisionCases,
  openSupervisionCase,
  findSupervisionCase,
  addSupervisionFinding,
  reportRectification,
  decideRectification,
  closeSupervisionCase,
  summariseSupervision,
];
