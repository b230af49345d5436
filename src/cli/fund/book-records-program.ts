import type { Command } from 'commander';
import { runApprovals, runOpenings, type ApprovalOptions } from '#cli/fund/approvals';
import { runJournal, runJournalEvent, type JournalOptions } from '#cli/fund/journal';
import { asList, readLimit, readNumber, typeOption } from '#cli/fund/list-options';
import type { ListOptions } from '#cli/fund/list-text';
import {
  runBankAccounts,
  runInterestNotices,
  runObligations,
  runPayables,
  runPaymentRun,
  runPlans,
  runRunsOfPayments,
  runUnswept,
} from '#cli/fund/payments';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** By whose words accounts and events are named unless told. */
const WORDS_OF = 'national';

/** Commands that read what stands in the books and what is paid out of them; steps are taken by people who are signed in. */
export function addBookRecordCommands(program: Command, conclude: Conclude): void {
  addJournalCommands(program, conclude);
  addPaymentCommands(program, conclude);
  const approvals = program
    .command('approvals')
    .description('受限资金审批与期初建账 — restricted uses and openings');
  asList(approvals.command('list', { isDefault: true }))
    .description('受限资金审批，新的在前 — restricted uses that were asked for, the newest first')
    .option('--open', '只列待复核的 only those that wait')
    .option('--below <number>', '编号小于 numbers below this', readNumber)
    .action((options: ApprovalOptions) => conclude((services) => runApprovals(services, options)));
  asList(approvals.command('openings'))
    .description('期初余额文件 — files of opening balances that were taken in')
    .action((options: ListOptions) => conclude((services) => runOpenings(services, options)));
}

function addJournalCommands(program: Command, conclude: Conclude): void {
  const journal = program.command('journal').description('记账凭证 — the journal of the books');
  asList(journal.command('list', { isDefault: true }))
    .description('凭证，按编号分页 — events by number, page by page')
    .option('--pool <id>', '统筹区或调剂金 pool or adjustment fund')
    .addOption(typeOption())
    .option('--month <month>', '记账月份 posting month 2026-03')
    .option('--template <id>', '事项 kind of event')
    .option('--counterparty <id>', '对方 counterparty such as institution:H1')
    .option('--after <number>', '编号大于 numbers above this', readNumber)
    .option('--limit <count>', '每页条数，不写为 100 rows of a page, 100 unless told', readLimit)
    .option('--pack <id>', '科目和事项名称所在政策包 pack whose words are used', WORDS_OF)
    .action((options: JournalOptions) => conclude((services) => runJournal(services, options)));
  asList(journal.command('show'))
    .argument('<number>', '凭证编号 number of the event', readNumber)
    .description('一张凭证及其分录、条款 — an event with its entries and clauses')
    .option('--pack <id>', '科目和事项名称所在政策包 pack whose words are used', WORDS_OF)
    .action((number: string, options: ListOptions & { readonly pack: string }) =>
      conclude((services) => runJournalEvent(services, number, options)),
    );
}

function addPaymentCommands(program: Command, conclude: Conclude): void {
  const payments = program
    .command('payments')
    .description('收付：应付、计划、批次、账户、利息 — flows of money');
  asList(payments.command('payables'))
    .description('可支付款项 — what may be paid of one pool’s books')
    .requiredOption('--pool <id>', '统筹区 pool')
    .addOption(typeOption().makeOptionMandatory())
    .action((options: Parameters<typeof runPayables>[1]) =>
      conclude((services) => runPayables(services, options)),
    );
  asList(payments.command('obligations'))
    .description('往来未清 — what is open with each counterparty')
    .option('--pool <id>', '统筹区或调剂金 pool or adjustment fund')
    .addOption(typeOption())
    .option('--counterparty <id>', '对方 counterparty such as institution:H1')
    .action((options: Parameters<typeof runObligations>[1]) =>
      conclude((services) => runObligations(services, options)),
    );
  asList(payments.command('plans'))
    .description('用款计划 — payment plans')
    .action((options: ListOptions) => conclude((services) => runPlans(services, options)));
  asList(payments.command('runs'))
    .description('支付批次 — payment runs')
    .action((options: ListOptions) => conclude((services) => runRunsOfPayments(services, options)));
  asList(payments.command('run'))
    .argument('<id>', '批次编号 id of the run')
    .description('一个批次及各笔回盘 — a run with its lines and the bank’s answers')
    .action((id: string, options: ListOptions) =>
      conclude((services) => runPaymentRun(services, id, options)),
    );
  asList(payments.command('accounts'))
    .description('银行账户，账号只显末几位 — bank accounts; numbers by their last digits')
    .action((options: ListOptions) => conclude((services) => runBankAccounts(services, options)));
  asList(payments.command('interest'))
    .description('计息单 — notices of interest')
    .action((options: ListOptions) => conclude((services) => runInterestNotices(services, options)));
  asList(payments.command('unswept'))
    .description('月末未归集的账户 — accounts that are not nil at the end of a month')
    .requiredOption('--month <month>', '月份 month 2026-03')
    .action((options: Parameters<typeof runUnswept>[1]) =>
      conclude((services) => runUnswept(services, options)),
    );
}
