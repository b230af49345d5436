import { decideBankAccountRoute } from '#http/routes/payments/decide-bank-account';
import { decideInterestNotice } from '#http/routes/payments/decide-interest-notice';
import { decidePaymentPlan } from '#http/routes/payments/decide-payment-plan';
import { decidePaymentRun } from '#http/routes/payments/decide-payment-run';
import { draftPaymentPlan } from '#http/routes/payments/draft-payment-plan';
import { enterInterestNotice } from '#http/routes/payments/enter-interest-notice';
import { exportBankFile } from '#http/routes/payments/export-bank-file';
import { findBankAccountRoute } from '#http/routes/payments/find-bank-account';
import { findPaymentRun } from '#http/routes/payments/find-payment-run';
import { fundPaymentPlan } from '#http/routes/payments/fund-payment-plan';
import { importBankAnswer } from '#http/routes/payments/import-bank-answer';
import { listBankAccountsRoute } from '#http/routes/payments/list-bank-accounts';
import { listInterestNotices } from '#http/routes/payments/list-interest-notices';
import { listPayablesRoute } from '#http/routes/payments/list-payables';
import { listPaymentPlans } from '#http/routes/payments/list-payment-plans';
import { listPaymentRuns } from '#http/routes/payments/list-payment-runs';
import { listUnsweptAccounts } from '#http/routes/payments/list-unswept-accounts';
import { proposeBankAccountRoute } from '#http/routes/payments/propose-bank-account';
import { proposePaymentRun } from '#http/routes/payments/propose-payment-run';
import { sendPaymentRun } from '#http/routes/payments/send-payment-run';
import { sweepAccounts } from '#http/routes/payments/sweep-accounts';
import { withdrawPaymentPlan } from '#http/routes/payments/withdraw-payment-plan';
import { withdrawPaymentRun } from '#http/routes/payments/withdraw-payment-run';
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
