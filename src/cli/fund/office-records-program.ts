import type { Command } from 'commander';
import type { ListOptions } from '#cli/print';
import { runMatters, runShares } from '#cli/fund/matters';
import { runMonitor, type MonitorOptions } from '#cli/fund/monitor';
import { runRisk, runRisks } from '#cli/fund/risks';
import { runCase, runCases, runSummary } from '#cli/fund/supervision';
import { runAccess, runBreakGlass, runGrants, runUsers, type AccessOptions } from '#cli/fund/users';
import { jsonOption, packOption, readFundYear, readNumber, typeOption } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** Commands that read who did what: matters of a year, supervision, watching the funds, accounts of people. */
export function addOfficeRecordCommands(program: Command, run: RunCommand): void {
  program
    .command('matters')
    .addOption(jsonOption())
    .description('调剂事项：申请、采纳、移交、考核 — matters of a year of adjustment')
    .action((options: ListOptions) => run((services) => runMatters(services, options)));
  program
    .command('shares')
    .addOption(jsonOption())
    .description('各统筹区的上解下拨 — what approved years decided for each pool')
    .action((options: ListOptions) => run((services) => runShares(services, options)));
  program
    .command('monitor')
    .addOption(jsonOption())
    .argument('<subject>', '统筹区或调剂金 — pool or adjustment fund')
    .description('按政策指标监测基金 — watch a fund by the indicators of a policy')
    .addOption(typeOption().makeOptionMandatory())
    .requiredOption('--month <month>', '截至月份，如 2026-03 — up to the end of this month, such as 2026-03')
    .addOption(packOption())
    .action((subject: string, options: MonitorOptions) =>
      run((services) => runMonitor(services, subject, options)),
    );
  addRiskCommands(program, run);
  addSupervisionCommands(program, run);
  addUserCommands(program, run);
}

function addRiskCommands(program: Command, run: RunCommand): void {
  const risks = program.command('risks').description('风险评估 — assessments of risk');
  risks
    .command('list', { isDefault: true })
    .addOption(jsonOption())
    .description('各月的风险评估，新的在前 — assessments, the newest month first')
    .action((options: ListOptions) => run((services) => runRisks(services, options)));
  risks
    .command('show')
    .addOption(jsonOption())
    .argument('<id>', '评估编号 — id of the assessment')
    .description('一份评估及各项措施 — an assessment with its measures')
    .action((id: string, options: ListOptions) => run((services) => runRisk(services, id, options)));
}

function addSupervisionCommands(program: Command, run: RunCommand): void {
  const supervision = program.command('supervision').description('监督检查 — supervision');
  supervision
    .command('list', { isDefault: true })
    .addOption(jsonOption())
    .description('检查事项，新的在前 — cases, the newest first')
    .action((options: ListOptions) => run((services) => runCases(services, options)));
  supervision
    .command('show')
    .addOption(jsonOption())
    .argument('<number>', '事项编号 — number of the case', readNumber)
    .description('一个事项及查出的问题 — a case with its findings')
    .action((number: string, options: ListOptions) => run((services) => runCase(services, number, options)));
  supervision
    .command('summary')
    .addOption(jsonOption())
    .description('年度汇总 — a fund year by line and pool')
    .requiredOption('--year <year>', '基金年度 — fund year', readFundYear)
    .action((options: ListOptions & { readonly year: number }) =>
      run((services) => runSummary(services, options)),
    );
}

function addUserCommands(program: Command, run: RunCommand): void {
  const users = program.command('users').description('用户、授权、紧急访问、访问日志 — accounts and access');
  users
    .command('list', { isDefault: true })
    .addOption(jsonOption())
    .description('用户 — accounts')
    .action((options: ListOptions) => run((services) => runUsers(services, options)));
  users
    .command('grants')
    .addOption(jsonOption())
    .description('授权 — roles that are held or asked for')
    .action((options: ListOptions) => run((services) => runGrants(services, options)));
  users
    .command('break-glass')
    .addOption(jsonOption())
    .description('紧急访问及复核 — emergency accesses with their reviews')
    .action((options: ListOptions) => run((services) => runBreakGlass(services, options)));
  users
    .command('access')
    .addOption(jsonOption())
    .description('访问日志，新的在前 — who called what about which place, the newest first')
    .option('--place <path>', '地区 — place')
    .option('--user <id>', '用户编号 — id of the user')
    .option('--route <text>', '调用 — address that was called')
    .option('--from <day>', '起 — first day')
    .option('--to <day>', '止 — last day')
    .option('--refused', '只列被拒绝的 — only those that were turned away')
    .option('--below <number>', '编号小于 — numbers below this', readNumber)
    .action((options: AccessOptions) => run((services) => runAccess(services, options)));
}
