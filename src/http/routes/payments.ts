import { decideBankAccountRoute } from '#http/routes/decide-bank-account';
import { decideInterestNotice } from '#http/routes/decide-interest-notice';
import { decidePaymentPlan } from '#http/routes/decide-payment-plan';
import { decidePaymentRun } from '#http/routes/decide-payment-run';
import { draftPaymentPlan } from '#http/routes/draft-payment-plan';
import { enterInterestNotice } from '#http/routes/enter-interest-notice';
import { exportBankFile } from '#http/routes/export-bank-file';
import { findBankAccountRoute } from '#http/routes/find-bank-account';
import { findPaymentRun } from '#http/routes/find-payment-run';
import { fundPaymentPlan } from '#http/routes/fund-payment-plan';
import { importBankAnswer } from '#http/routes/import-bank-answer';
import { listBankAccountsRoute } from '#http/routes/list-bank-accounts';
import { listInterestNotices } from '#http/routes/list-interest-notices';
import { listPayablesRoute } from '#http/routes/list-payables';
import { listPaymentPlans } from '#http/routes/list-payment-plans';
import { listPaymentRuns } from '#http/routes/list-payment-runs';
import { listUnsweptAccounts } from '#http/routes/list-unswept-accounts';
import { proposeBankAccountRoute } from '#http/routes/propose-bank-account';
import { proposePaymentRun } from '#http/routes/propose-payment-run';
import { sendPaymentRun } from '#http/routes/send-payment-run';
import { sweepAccounts } from '#http/routes/sweep-accounts';
import { withdrawPaymentPlan } from '#http/routes/withdraw-payment-plan';
import { withdrawPaymentRun } from '#http/routes/withdraw-payment-run';
import type { HttpApp, HttpServices } from '#http/services';

/** Bank accounts, sweeps, payment plans, payment runs and interest. */
export const PAYMENT_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listBankAccountsRoute,
  findBankAccountRoute,
  proposeBankAccountRoute,
  decideBankAccountRoute,
  sweepAccounts,
  listUnsweptAccounts,
  listPaymentPlans,
  draftPaymentPlan,
  decidePaymentPlan,
  withdrawPaymentPlan,
  fundPaymentPlan,
  listPayablesRoute,
  listPaymentRuns,
  findPaymentRun,
  proposePaymentRun,
  decidePaymentRun,
  sendPaymentRun,
  withdrawPaymentRun,
  exportBankFile,
  importBankAnswer,
  listInterestNotices,
  enterInterestNotice,
  decideInterestNotice,
];
