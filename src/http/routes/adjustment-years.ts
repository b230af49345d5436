import { adjustmentInbox } from '#http/routes/adjustment-inbox';
import { attestYearFigure } from '#http/routes/attest-year-figure';
import { correctAdjustmentYear } from '#http/routes/correct-adjustment-year';
import { decideAdjustmentMatter } from '#http/routes/decide-adjustment-matter';
import { decideAdjustmentYear } from '#http/routes/decide-adjustment-year';
import { dropYearCorrection } from '#http/routes/drop-year-correction';
import { findAdjustmentYear } from '#http/routes/find-adjustment-year';
import { freezeAdjustmentYear } from '#http/routes/freeze-adjustment-year';
import { gatherYearFigures } from '#http/routes/gather-year-figures';
import { listAdjustmentMatters } from '#http/routes/list-adjustment-matters';
import { listAdjustmentYears } from '#http/routes/list-adjustment-years';
import { listPoolShares } from '#http/routes/list-pool-shares';
import { listResponsibilityAccounts } from '#http/routes/list-responsibility-accounts';
import { openAdjustmentYear } from '#http/routes/open-adjustment-year';
import { payAdjustmentYear } from '#http/routes/pay-adjustment-year';
import { proposeAdjustmentYear } from '#http/routes/propose-adjustment-year';
import { requestAdjustmentMatter } from '#http/routes/request-adjustment-matter';
import { simulateAdjustmentYear } from '#http/routes/simulate-adjustment-year';
import { yearNoticePdf } from '#http/routes/year-notice-pdf';
import type { HttpApp, HttpServices } from '#http/services';

/** The annual adjustment as a workflow: years, what is decided for them, and their notices. */
export const ADJUSTMENT_YEAR_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listAdjustmentYears,
  openAdjustmentYear,
  findAdjustmentYear,
  listResponsibilityAccounts,
  listPoolShares,
  gatherYearFigures,
  attestYearFigure,
  freezeAdjustmentYear,
  simulateAdjustmentYear,
  proposeAdjustmentYear,
  decideAdjustmentYear,
  payAdjustmentYear,
  correctAdjustmentYear,
  dropYearCorrection,
  yearNoticePdf,
  adjustmentInbox,
  listAdjustmentMatters,
  requestAdjustmentMatter,
  decideAdjustmentMatter,
];
