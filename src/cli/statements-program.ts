import { Option, type Command } from 'commander';
import { runExportStatement, type ExportOptions } from '#cli/fund/export-forms';
import { runKeptStatements, type KeptOptions } from '#cli/fund/kept-statements';
import { asList, typeOption } from '#cli/fund/list-options';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { runCheckPrinted, runDrawStatement, runRedrawStatements, type DrawOptions } from '#cli/statements';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Commands on balance sheets, income and expenditure, and obligations. */
export function addStatementCommands(program: Command, conclude: Conclude): void {
  const statements = program.command('statements').description('财务报表 — financial statements');
  statements
    .command('draw')
    .description('由账本生成报表并核对 — draw statements from the ledger and check them')
    .requiredOption('--subject <id>', '统筹区或调剂金 pool or adjustment fund')
    .addOption(
      new Option('--type <type>', '险种 insurance type')
        .choices(['employee', 'resident'])
        .makeOptionMandatory(),
    )
    .requiredOption('--period <period>', '月份或年度 month 2026-03 or year 2026')
    .option('--consolidated', '调剂金与所辖统筹区汇总 a fund together with its pools')
    .addOption(new Option('--unit <unit>', '单位 unit').choices(['yuan', 'wan']).default('yuan'))
    .option('--pack <id>', '报表格式所在政策包 pack whose forms are used')
    .option('--json', '输出 JSON print JSON')
    .action((options: DrawOptions) => conclude((services) => runDrawStatement(services, options)));
  statements
    .command('redraw')
    .description('重绘全部存档报表并逐字节比较 — draw kept statements again and compare the bytes')
    .action(() => conclude(runRedrawStatements));
  statements
    .command('check <file>')
    .description('核对他人报表的加总关系 — check the sums of statements that others published')
    .option('--pack <id>', '报表格式所在政策包 pack whose forms are used', 'national')
    .option('--json', '输出 JSON print JSON')
    .action((file: string, options: { readonly pack: string; readonly json?: boolean }) =>
      conclude((services) => runCheckPrinted(services, file, options)),
    );
  addKeptCommands(statements, conclude);
}

function addKeptCommands(statements: Command, conclude: Conclude): void {
  asList(statements.command('list'))
    .description('存档报表，新的在前 — statements that were drawn up, the newest period first')
    .option('--subject <id>', '统筹区或调剂金 pool or adjustment fund')
    .addOption(typeOption())
    .option('--period <period>', '月份或年度 month 2026-03 or year 2026')
    .action((options: KeptOptions) => conclude((services) => runKeptStatements(services, options)));
  statements
    .command('export <id>')
    .description('存档报表导出 XLSX 或 PDF — a kept statement as official forms')
    .requiredOption('--out <file>', '存为 .xlsx 或 .pdf file that it is kept as')
    .addOption(new Option('--unit <unit>', '单位 unit').choices(['yuan', 'wan']).default('yuan'))
    .action((id: string, options: ExportOptions) =>
      conclude((services) => runExportStatement(services, id, options)),
    );
}
