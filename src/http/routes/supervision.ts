import { addSupervisionFinding } from '#http/routes/add-supervision-finding';
import { closeSupervisionCase } from '#http/routes/close-supervision-case';
import { decideRectification } from '#http/routes/decide-rectification';
import { findSupervisionCase } from '#http/routes/find-supervision-case';
import { listSupervisionCases } from '#http/routes/list-supervision-cases';
import { openSupervisionCase } from '#http/routes/open-supervision-case';
import { reportRectification } from '#http/routes/report-rectification';
import { summariseSupervision } from '#http/routes/summarise-supervision';
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
