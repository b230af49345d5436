import type { Command } from 'commander';
import { asList, readFundYear, readNumber, typeOption } from '#cli/fund/list-options';
import type { ListOptions } from '#cli/fund/list-text';
import { runMatters, runShares } from '#cli/fund/matters';
import { runMonitor, type MonitorOptions } from '#cli/fund/monitor';
import { runRisk, runRisks } from '#cli/fund/risks';
import { runCase, runCases, runSummary } from '#cli/fund/supervision';
import { runAccess, runBreakGlass, runGrants, runUsers, type AccessOptions } from '#cli/fund/users';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Commands that read who did what: matters of a year, supervision, watching the funds, accounts of people. */
export function addOfficeRecordCommands(program: Command, conclude: Conclude): void {
  asList(program.command('matters'))
    .description('调剂事项：申请、采用、移交、考核 — matters of a year of adjustment')
    .action((options: ListOptions) => conclude((services) => runMatters(services, options)));
  asList(program.command('shares'))
    .description('各统筹区的上解下拨 — what approved years decided for each pool')
    .action((options: ListOptions) => conclude((services) => runShares(services, options)));
  asList(program.command('monitor'))
    .argument('<subject>', '统筹区或调剂金 pool or adjustment fund')
    .description('按政策指标监测基金 — watch a fund by the indicators of a policy')
    .addOption(typeOption().makeOptionMandatory())
    .requiredOption('--month <month>', '截至月份 month 2026-03')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .action((subject: string, options: MonitorOptions) =>
      conclude((services) => runMonitor(services, subject, options)),
    );
  addRiskCommands(program, conclude);
  addSupervisionCommands(program, conclude);
  addUserCommands(program, conclude);
}

function addRiskCommands(program: Command, conclude: Conclude): void {
  const risks = program.command('risks').description('风险评估 — assessments of risk');
  asList(risks.command('list', { isDefault: true }))
    .description('各月的风险评估，新的在前 — assessments, the newest month first')
    .action((options: ListOptions) => conclude((services) => runRisks(services, options)));
  asList(risks.command('show'))
    .argument('<id>', '评估编号 id of the assessment')
    .description('一份评估及各项措施 — an assessment with its measures')
    .action((id: string, options: ListOptions) => conclude((services) => runRisk(services, id, options)));
}

function addSupervisionCommands(program: Command, conclude: Conclude): void {
  const supervision = program.command('supervision').description('监督检查 — supervision');
  asList(supervision.command('list', { isDefault: true }))
    .description('检查事项，新的在前 — cases, the newest first')
    .action((options: ListOptions) => conclude((services) => runCases(services, options)));
  asList(supervision.command('show'))
    .argument('<number>', '事项编号 number of the case', readNumber)
    .description('一个事项及查出的问题 — a case with its findings')
    .action((number: string, options: ListOptions) =>
      conclude((services) => runCase(services, number, options)),
    );
  asList(supervision.command('summary'))
    .description('年度汇总 — a fund year by line and pool')
    .requiredOption('--year <year>', '基金年度 fund year', readFundYear)
    .action((options: ListOptions & { readonly year: number }) =>
      conclude((services) => runSummary(services, options)),
    );
}

function addUserCommands(program: Command, conclude: Conclude): void {
  const users = program.command('users').description('用户、授权、紧急访问、访问日志 — accounts and access');
  asList(users.command('list', { isDefault: true }))
    .description('用户 — accounts')
    .action((options: ListOptions) => conclude((services) => runUsers(services, options)));
  asList(users.command('grants'))
    .description('授权 — roles that are held or asked for')
    .action((options: ListOptions) => conclude((services) => runGrants(services, options)));
  asList(users.command('break-glass'))
    .description('紧急访问及复核 — emergency accesses with their reviews')
    .action((options: ListOptions) => conclude((services) => runBreakGlass(services, options)));
  asList(users.command('access'))
    .description('访问日志，新的在前 — who called what about which place, the newest first')
    .option('--place <path>', '地区 place')
    .option('--user <id>', '用户编号 id of the user')
    .option('--route <text>', '调用 address that was called')
    .option('--from <day>', '起 first day')
    .option('--to <day>', '止 last day')
    .option('--refused', '只列被拒绝的 only those that were turned away')
    .option('--below <number>', '编号小于 numbers below this', readNumber)
    .action((options: AccessOptions) => conclude((services) => runAccess(services, options)));
}
