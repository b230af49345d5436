import { Option, type Command } from 'commander';
import {
  runCheckStatement,
  runPremiums,
  runReconciliation,
  runReconciliations,
  runRolls,
  type CheckOptions,
} from '#cli/reconcile';
import type { ListOptions } from '#cli/print';
import { jsonOption, ofBooks } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** Commands that compare the ledger with what bank, finance, treasury and tax tell. */
export function addReconcileCommands(program: Command, run: RunCommand): void {
  const reconcile = program.command('reconcile').description('对账 — reconciliation with other parties');
  reconcile
    .command('list')
    .description('列出对账单和月份状态 — list statements and the state of their months')
    .addOption(jsonOption())
    .action((options: ListOptions) => run((services) => runReconciliations(services, options)));
  reconcile
    .command('show')
    .argument('<statement>', '对账单编号 — id of the statement')
    .description('余额调节、匹配和差异 — balance adjustment, matches and differences of a month')
    .addOption(jsonOption())
    .action((id: string, options: ListOptions) =>
      run((services) => runReconciliation(services, id, options)),
    );
  ofMonth(reconcile.command('check').argument('<file>', '对账单文件 — file of the statement'))
    .description('对账单文件与账本试对，不存储 — compare a file with the ledger, storing nothing')
    .addOption(
      new Option('--party <party>', '对方 — party')
        .choices(['bank', 'finance', 'treasury'])
        .makeOptionMandatory(),
    )
    .requiredOption('--account <code>', '科目：1002、1003、1004、1005 — account: 1002, 1003, 1004, 1005')
    .requiredOption('--opening <yuan>', '期初余额 — opening balance')
    .requiredOption('--closing <yuan>', '期末余额 — closing balance')
    .option('--profile <id>', '对账单格式 — profile of the file', 'plain')
    .action((file: string, options: CheckOptions) =>
      run((services) => runCheckStatement(services, file, options)),
    );
  ofMonth(reconcile.command('premiums'))
    .description('保费核定、征收、入库、划转比对 — compare premiums from assessment to the special account')
    .action((options: ListOptions & Pick<CheckOptions, 'pool' | 'type' | 'month'>) =>
      run((services) => runPremiums(services, options)),
    );
  reconcile
    .command('rolls')
    .argument('<ours>', '我方名册文件 — file of our roll')
    .argument('<theirs>', '对方名册文件 — file of theirs')
    .description('两部门名册比对，不存储 — compare the rolls of two departments, storing nothing')
    .requiredOption('--key <heading>', '关键列 — heading of the key')
    .action((ours: string, theirs: string, options: { readonly key: string }) =>
      run((services) => runRolls(services, { ours, theirs }, options.key)),
    );
}

function ofMonth(command: Command): Command {
  return ofBooks(command)
    .requiredOption('--month <month>', '月份，如 2026-03 — month, such as 2026-03')
    .addOption(jsonOption());
}
