import { ofPool } from '#application/fund/event-query';
import { obligationView } from '#application/fund/ledger-views';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { listBankAccounts } from '#application/payout/bank-accounts';
import { listPlans } from '#application/payout/payment-plans';
import { readMonthRequest } from '#application/payout/read-requests';
import { listPayables, openPaymentRun } from '#application/payout/show-runs';
import { listUnswept } from '#application/payout/sweep-accounts';
import {
  noticeView,
  payableView,
  planView,
  runLineView,
  runView,
  unsweptView,
} from '#application/payout/views';
import type { SomeBooks } from '#cli/options';
import { listText } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import {
  ACCOUNTS,
  NOTICES,
  OBLIGATIONS,
  PAYABLES,
  PLAN_LINES,
  PLANS,
  RUN_LINES,
  RUNS,
  UNSWEPT,
} from '#cli/fund/payment-columns';
import { conclude, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** `tongchou payments payables`: what may be paid of one pool's books, less what runs under way will pay. */
export async function runPayables(
  services: CliServices,
  { pool, type, ...options }: ListOptions & Required<SomeBooks>,
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const found = await listPayables(store, MACHINE_SCOPE, { pool, insuranceType: type });
    return conclude(services.terminal, found, ({ payables, isPartial }) => {
      const rows = payables.map(payableView);
      print(services, options, { payables: rows, isPartial }, (language) =>
        listText(language, PAYABLES, rows),
      );
    });
  });
}

/** `tongchou payments obligations`: what is open between pools and each counterparty. */
export async function runObligations(
  services: CliServices,
  { pool, type, counterparty, ...options }: ListOptions & SomeBooks & { readonly counterparty?: string },
): Promise<ExitStatus> {
  return withStore(services, async ({ ledgerReader }) => {
    const books = {
      ...(pool === undefined ? {} : { pool }),
      ...(type === undefined ? {} : { insuranceType: type }),
    };
    const query = { ...ofPool(books), ...(counterparty === undefined ? {} : { counterparty }) };
    const obligations = (await ledgerReader.listOpenObligations(MACHINE_SCOPE, query)).map(obligationView);
    return print(services, options, { obligations }, (language) =>
      listText(language, OBLIGATIONS, obligations),
    );
  });
}

/** `tongchou payments plans`: payment plans with the lines that each funds. */
export async function runPlans(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const plans = (await listPlans(store, MACHINE_SCOPE)).map(planView);
    const lines = plans.flatMap((plan) => plan.lines.map((line) => ({ ...line, plan: plan.id })));
    return print(
      services,
      options,
      { plans },
      (language) => listText(language, PLANS, plans),
      (language) => listText(language, PLAN_LINES, lines),
    );
  });
}

/** `tongchou payments runs`: payment runs with what became of each. */
export async function runRunsOfPayments(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async ({ payoutStore }) => {
    const runs = (await payoutStore.within(MACHINE_SCOPE, (office) => office.listRuns())).map(runView);
    return print(services, options, { runs }, (language) => listText(language, RUNS, runs));
  });
}

/** `tongchou payments run`: one run with its lines and what the bank said of each; numbers of accounts masked. */
export async function runPaymentRun(
  services: CliServices,
  id: string,
  options: ListOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) =>
    conclude(services.terminal, await openPaymentRun(store, MACHINE_SCOPE, id), (opened) => {
      const [run, lines] = [runView(opened.run), opened.lines.map(runLineView)];
      print(
        services,
        options,
        { run, lines },
        (language) => listText(language, RUNS, [run]),
        (language) => listText(language, RUN_LINES, lines),
      );
    }),
  );
}

/** `tongchou payments accounts`: bank accounts of the fund and of payees; numbers by their last digits. */
export async function runBankAccounts(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const accounts = await listBankAccounts(store, MACHINE_SCOPE);
    return print(services, options, { accounts }, (language) => listText(language, ACCOUNTS, accounts));
  });
}

/** `tongchou payments interest`: notices of interest with their shares and what was expected. */
export async function runInterestNotices(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async ({ payoutStore }) => {
    const listed = await payoutStore.within(MACHINE_SCOPE, (office) => office.listNotices());
    const notices = listed.map(noticeView);
    return print(services, options, { notices }, (language) => listText(language, NOTICES, notices));
  });
}

/** `tongchou payments unswept`: income accounts and treasuries that are not nil at the end of a month. */
export async function runUnswept(
  services: CliServices,
  { month: given, ...options }: ListOptions & { readonly month: string },
): Promise<ExitStatus> {
  const month = readMonthRequest(given);
  if (!month.allowed) return refused(services.terminal, month.refusals);
  return withStore(services, async (store) => {
    const rows = (await listUnswept(store, MACHINE_SCOPE, month.value)).map(unsweptView);
    return print(services, options, { rows }, (language) => listText(language, UNSWEPT, rows));
  });
}
