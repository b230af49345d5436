import type { Command } from 'commander';
import { runBudgetEstimate, runBudgetRounds, runBudgetShow, type EstimateOptions } from '#cli/budget';
import { runExportConsolidation, type ExportOptions } from '#cli/fund/export-forms';
import { explainOption, inputOption, packOption, readNumber, unitOption } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** Commands on budgets. What a person decides goes through the console, where somebody is signed in. */
export function addBudgetCommands(program: Command, run: RunCommand): void {
  const budget = program.command('budget').description('基金预算 — budgets of the funds');
  budget
    .command('estimate')
    .description('按因素测算一张预算表，不保存 — estimate a standard table from drivers; nothing is stored')
    .addOption(packOption())
    .addOption(inputOption())
    .addOption(explainOption())
    .action((options: EstimateOptions) => run((services) => runBudgetEstimate(services, options)));
  budget
    .command('rounds')
    .description('列出各年度的预算编制 — list the rounds of budgets')
    .action(() => run(runBudgetRounds));
  budget
    .command('show')
    .argument('<id>', '编制或预算编号 — id of the round or budget')
    .description('显示一次编制，或一本预算 — show a round, or one budget')
    .option('--budget', '编号是一本预算的 — the id is that of a budget')
    .action((id: string, options: { readonly budget?: boolean }) =>
      run((services) => runBudgetShow(services, id, options)),
    );
  budget
    .command('export')
    .argument('<round>', '编制编号 — id of the round')
    .argument('<number>', '第几次汇编 — number of the consolidation', readNumber)
    .description('预算汇总表导出 XLSX 或 PDF — a consolidated budget as its standard tables')
    .requiredOption('--out <file>', '存为 .xlsx 或 .pdf — file that it is kept as, .xlsx or .pdf')
    .addOption(unitOption())
    .action((round: string, number: string, options: ExportOptions) =>
      run((services) => runExportConsolidation(services, { round, number }, options)),
    );
}
