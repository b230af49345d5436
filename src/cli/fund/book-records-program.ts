import type { Command } from 'commander';
import { runApprovals, runOpenings, type ApprovalOptions } from '#cli/fund/approvals';
import { runJournal, runJournalEvent, type JournalOptions } from '#cli/fund/journal';
import type { ListOptions } from '#cli/print';
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
import { jsonOption, readCount, readNumber, typeOption } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** By whose words accounts and events are named unless told. */
const WORDS_OF = 'national';

/** Commands that read what stands in the books and what is paid out of them; steps are taken by people who are signed in. */
export function addBookRecordCommands(program: Command, run: RunCommand): void {
  addJournalCommands(program, run);
  addPaymentCommands(program, run);
  const approvals = program
    .command('approvals')
    .description('受限资金审批与期初建账 — restricted uses and openings');
  approvals
    .command('list', { isDefault: true })
    .addOption(jsonOption())
    .description('受限资金审批，新的在前 — restricted uses that were asked for, the newest first')
    .option('--open', '只列待复核的 — only those that wait')
    .option('--below <number>', '编号小于 — numbers below this', readNumber)
    .action((options: ApprovalOptions) => run((services) => runApprovals(services, options)));
  approvals
    .command('openings')
    .addOption(jsonOption())
    .description('期初余额文件 — files of opening balances that were taken in')
    .action((options: ListOptions) => run((services) => runOpenings(services, options)));
}

function addJournalCommands(program: Command, run: RunCommand): void {
  const journal = program.command('journal').description('记账凭证 — the journal of the books');
  journal
    .command('list', { isDefault: true })
    .addOption(jsonOption())
    .description('凭证，按编号分页 — events by number, page by page')
    .option('--pool <id>', '统筹区或调剂金 — pool or adjustment fund')
    .addOption(typeOption())
    .option('--month <month>', '记账月份，如 2026-03 — posting month, such as 2026-03')
    .option('--template <id>', '事项 — kind of event')
    .option('--counterparty <id>', '对方，如 institution:H1 — counterparty, such as institution:H1')
    .option('--after <number>', '编号大于 — numbers above this', readNumber)
    .option('--limit <count>', '每页条数，不写为 100 — rows of a page, 100 unless told', readCount(999))
    .option('--pack <id>', '科目和事项名称所在政策包 — pack whose words are used', WORDS_OF)
    .action((options: JournalOptions) => run((services) => runJournal(services, options)));
  journal
    .command('show')
    .addOption(jsonOption())
    .argument('<number>', '凭证编号 — number of the event', readNumber)
    .description('一张凭证及其分录、条款 — an event with its entries and clauses')
    .option('--pack <id>', '科目和事项名称所在政策包 — pack whose words are used', WORDS_OF)
    .action((number: string, options: ListOptions & { readonly pack: string }) =>
      run((services) => runJournalEvent(services, number, options)),
    );
}

function addPaymentCommands(program: Command, run: RunCommand): void {
  const payments = program
    .command('payments')
    .description('收付：应付、计划、批次、账户、利息 — flows of money');
  payments
    .command('payables')
    .addOption(jsonOption())
    .description('可支付款项 — what may be paid of one pool’s books')
    .requiredOption('--pool <id>', '统筹区 — pool')
    .addOption(typeOption().makeOptionMandatory())
    .action((options: Parameters<typeof runPayables>[1]) =>
      run((services) => runPayables(services, options)),
    );
  payments
    .command('obligations')
    .addOption(jsonOption())
    .description('往来未清 — what is open with each counterparty')
    .option('--pool <id>', '统筹区或调剂金 — pool or adjustment fund')
    .addOption(typeOption())
    .option('--counterparty <id>', '对方，如 institution:H1 — counterparty, such as institution:H1')
    .action((options: Parameters<typeof runObligations>[1]) =>
      run((services) => runObligations(services, options)),
    );
  payments
    .command('plans')
    .addOption(jsonOption())
    .description('用款计划 — payment plans')
    .action((options: ListOptions) => run((services) => runPlans(services, options)));
  payments
    .command('runs')
    .addOption(jsonOption())
    .description('支付批次 — payment runs')
    .action((options: ListOptions) => run((services) => runRunsOfPayments(services, options)));
  payments
    .command('run')
    .addOption(jsonOption())
    .argument('<id>', '批次编号 — id of the run')
    .description('一个批次及各笔回盘 — a run with its lines and the bank’s answers')
    .action((id: string, options: ListOptions) => run((services) => runPaymentRun(services, id, options)));
  payments
    .command('accounts')
    .addOption(jsonOption())
    .description('银行账户，账号只显末几位 — bank accounts; numbers by their last digits')
    .action((options: ListOptions) => run((services) => runBankAccounts(services, options)));
  payments
    .command('interest')
    .addOption(jsonOption())
    .description('计息单 — notices of interest')
    .action((options: ListOptions) => run((services) => runInterestNotices(services, options)));
  payments
    .command('unswept')
    .addOption(jsonOption())
    .description('月末未归集的账户 — accounts that are not nil at the end of a month')
    .requiredOption('--month <month>', '月份，如 2026-03 — month, such as 2026-03')
    .action((options: Parameters<typeof runUnswept>[1]) => run((services) => runUnswept(services, options)));
}
