import { adjustmentInbox } from '#http/routes/adjustment-years/adjustment-inbox';
import { attestYearFigure } from '#http/routes/adjustment-years/attest-year-figure';
import { correctAdjustmentYear } from '#http/routes/adjustment-years/correct-adjustment-year';
import { decideAdjustmentMatter } from '#http/routes/adjustment-years/decide-adjustment-matter';
import { decideAdjustmentYear } from '#http/routes/adjustment-years/decide-adjustment-year';
import { dropYearCorrection } from '#http/routes/adjustment-years/drop-year-correction';
import { findAdjustmentYear } from '#http/routes/adjustment-years/find-adjustment-year';
import { freezeAdjustmentYear } from '#http/routes/adjustment-years/freeze-adjustment-year';
import { gatherYearFigures } from '#http/routes/adjustment-years/gather-year-figures';
import { listAdjustmentMatters } from '#http/routes/adjustment-years/list-adjustment-matters';
import { listAdjustmentYears } from '#http/routes/adjustment-years/list-adjustment-years';
import { listPoolShares } from '#http/routes/adjustment-years/list-pool-shares';
import { listResponsibilityAccounts } from '#http/routes/adjustment-years/list-responsibility-accounts';
import { openAdjustmentYear } from '#http/routes/adjustment-years/open-adjustment-year';
import { payAdjustmentYear } from '#http/routes/adjustment-years/pay-adjustment-year';
import { proposeAdjustmentYear } from '#http/routes/adjustment-years/propose-adjustment-year';
import { requestAdjustmentMatter } from '#http/routes/adjustment-years/request-adjustment-matter';
import { simulateAdjustmentYear } from '#http/routes/adjustment-years/simulate-adjustment-year';
import { yearNoticePdf } from '#http/routes/adjustment-years/year-notice-pdf';
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
