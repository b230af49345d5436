import { Option, type Command } from 'commander';
import type { ExitStatus } from '#cli/outcome';
import {
  runCheckStatement,
  runPremiums,
  runReconciliation,
  runReconciliations,
  runRolls,
  type CheckOptions,
} from '#cli/reconcile';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

interface Json {
  readonly json?: boolean;
}

/** Commands that compare the ledger with what bank, finance, treasury and tax tell. */
export function addReconcileCommands(program: Command, conclude: Conclude): void {
  const reconcile = program.command('reconcile').description('对账 — reconciliation with other parties');
  reconcile
    .command('list')
    .description('列出对账单和月份状态 — list statements and the state of their months')
    .option('--json', '输出 JSON print JSON')
    .action((options: Json) => conclude((services) => runReconciliations(services, options)));
  reconcile
    .command('show <statement>')
    .description('余额调节、匹配和差异 — balance adjustment, matches and differences of a month')
    .option('--json', '输出 JSON print JSON')
    .action((id: string, options: Json) => conclude((services) => runReconciliation(services, id, options)));
  withBooks(reconcile.command('check <file>'))
    .description('对账单文件与账本试对，不存储 — compare a file with the ledger, storing nothing')
    .addOption(
      new Option('--party <party>', '对方 party')
        .choices(['bank', 'finance', 'treasury'])
        .makeOptionMandatory(),
    )
    .requiredOption('--account <code>', '科目 account: 1002, 1003, 1004, 1005')
    .requiredOption('--opening <yuan>', '期初余额 opening balance')
    .requiredOption('--closing <yuan>', '期末余额 closing balance')
    .option('--profile <id>', '对账单格式 profile of the file', 'plain')
    .action((file: string, options: CheckOptions) =>
      conclude((services) => runCheckStatement(services, file, options)),
    );
  withBooks(reconcile.command('premiums'))
    .description('保费核定、征收、入库、划转比对 — compare premiums from assessment to the special account')
    .action((options: Json & Pick<CheckOptions, 'pool' | 'type' | 'month'>) =>
      conclude((services) => runPremiums(services, options)),
    );
  reconcile
    .command('rolls <ours> <theirs>')
    .description('两部门名册比对，不存储 — compare the rolls of two departments, storing nothing')
    .requiredOption('--key <heading>', '关键列 heading of the key')
    .action((ours: string, theirs: string, options: { readonly key: string }) =>
      conclude((services) => runRolls(services, { ours, theirs }, options.key)),
    );
}

function withBooks(command: Command): Command {
  return command
    .requiredOption('--pool <id>', '统筹区 pool')
    .addOption(
      new Option('--type <type>', '险种 insurance type')
        .choices(['employee', 'resident'])
        .makeOptionMandatory(),
    )
    .requiredOption('--month <month>', '月份 month 2026-03')
    .option('--json', '输出 JSON print JSON');
}
