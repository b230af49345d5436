import type { Command } from 'commander';
import { runExportStatement, type ExportOptions } from '#cli/fund/export-forms';
import { runKeptStatements, type KeptOptions } from '#cli/fund/kept-statements';
import { jsonOption, typeOption, unitOption } from '#cli/options';
import type { RunCommand } from '#cli/services';
import { runCheckPrinted, runDrawStatement, runRedrawStatements, type DrawOptions } from '#cli/statements';

/** Commands on balance sheets, income and expenditure, and obligations. */
export function addStatementCommands(program: Command, run: RunCommand): void {
  const statements = program.command('statements').description('财务报表 — financial statements');
  statements
    .command('draw')
    .description('由账本生成报表并核对 — draw statements from the ledger and check them')
    .requiredOption('--subject <id>', '统筹区或调剂金 — pool or adjustment fund')
    .addOption(typeOption().makeOptionMandatory())
    .requiredOption(
      '--period <period>',
      '月份或年度，如 2026-03、2026 — month or year, such as 2026-03, 2026',
    )
    .option('--consolidated', '调剂金与所辖统筹区汇总 — a fund together with its pools')
    .addOption(unitOption())
    .option('--pack <id>', '报表格式所在政策包 — pack whose forms are used')
    .addOption(jsonOption())
    .action((options: DrawOptions) => run((services) => runDrawStatement(services, options)));
  statements
    .command('redraw')
    .description('重绘全部存档报表并逐字节比较 — draw kept statements again and compare the bytes')
    .action(() => run(runRedrawStatements));
  statements
    .command('check')
    .argument('<file>', 'CSV 文件 — CSV file')
    .description('核对他人报表的加总关系 — check the sums of statements that others published')
    .option('--pack <id>', '报表格式所在政策包 — pack whose forms are used', 'national')
    .addOption(jsonOption())
    .action((file: string, options: { readonly pack: string; readonly json?: boolean }) =>
      run((services) => runCheckPrinted(services, file, options)),
    );
  addKeptCommands(statements, run);
}

function addKeptCommands(statements: Command, run: RunCommand): void {
  statements
    .command('list')
    .addOption(jsonOption())
    .description('存档报表，新的在前 — statements that were drawn up, the newest period first')
    .option('--subject <id>', '统筹区或调剂金 — pool or adjustment fund')
    .addOption(typeOption())
    .option('--period <period>', '月份或年度，如 2026-03、2026 — month or year, such as 2026-03, 2026')
    .action((options: KeptOptions) => run((services) => runKeptStatements(services, options)));
  statements
    .command('export')
    .argument('<id>', '存档报表编号 — id of the kept statement')
    .description('存档报表导出 XLSX 或 PDF — a kept statement as official forms')
    .requiredOption('--out <file>', '存为 .xlsx 或 .pdf — file that it is kept as, .xlsx or .pdf')
    .addOption(unitOption())
    .action((id: string, options: ExportOptions) =>
      run((services) => runExportStatement(services, id, options)),
    );
}
