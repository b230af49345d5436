import { Command, CommanderError } from 'commander';
import { runAdjust, type AdjustOptions } from '#cli/adjust';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';

/** Runs one command line and gives the exit status; nothing here ends the process. */
export async function runCommandLine(args: readonly string[], services: CliServices): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command('tongchou')
    .description('统筹：基本医疗保险统筹平台 — the open platform for pooling basic medical insurance')
    .version(services.version)
    .exitOverride()
    .configureOutput({ writeOut: services.terminal.out, writeErr: services.terminal.err });

  program
    .command('adjust')
    .description('计算一个年度的调剂金 — reckon a year of the adjustment fund')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--explain', '附上每个数的说明 explain every figure')
    .option('--production', '正式运行：拒绝假设值 refuse assumed figures')
    .action(async (options: AdjustOptions) => {
      status = await runAdjust(services, options);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}
