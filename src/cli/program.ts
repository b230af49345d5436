import { Command, CommanderError } from 'commander';
import { runAdjust, type AdjustOptions } from '#cli/adjust';
import { runDisclosures } from '#cli/disclosures';
import type { ExitStatus } from '#cli/outcome';
import { runPanel } from '#cli/panel';
import { runReplay, runRuns } from '#cli/runs';
import type { CliServices } from '#cli/services';
import { runStart, type StartOptions } from '#cli/start';
import { runValidate } from '#cli/validate';

/** Where the console listens unless told otherwise: a port of no well-known service. */
const DEFAULT_PORT = '8760';

/** Runs one command line and gives the exit status; nothing here ends the process. */
export async function runCommandLine(args: readonly string[], services: CliServices): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const conclude = async (outcome: Promise<ExitStatus>): Promise<void> => {
    status = await outcome;
  };
  const program = createProgram(services, conclude);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

function createProgram(
  services: CliServices,
  conclude: (outcome: Promise<ExitStatus>) => Promise<void>,
): Command {
  const program = new Command('tongchou')
    .description('统筹：基本医疗保险统筹平台 — the open platform for pooling basic medical insurance')
    .version(services.version)
    .exitOverride()
    .configureOutput({ writeOut: services.terminal.out, writeErr: services.terminal.err });

  program
    .command('start')
    .description('启动：计算全部面板并打开控制台 — reckon every panel and serve the console')
    .option('--port <port>', '控制台端口，0 为任选 port of the console, 0 for any', readPort, DEFAULT_PORT)
    .option('--no-serve', '只计算，不打开控制台 reckon only')
    .action((options: StartOptions) => conclude(runStart(services, options)));
  program
    .command('adjust')
    .description('计算一个年度的调剂金 — reckon a year of the adjustment fund')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--explain', '附上每个数的说明 explain every figure')
    .option('--production', '正式运行：拒绝假设值 refuse assumed figures')
    .action((options: AdjustOptions) => conclude(runAdjust(services, options)));
  program
    .command('validate [packs...]')
    .description('检查政策包并核算其范例 — check policy packs and reckon their worked cases')
    .action((packs: readonly string[]) => conclude(runValidate(services, packs)));
  program
    .command('runs')
    .description('列出计算记录 — list the stored runs')
    .action(() => conclude(runRuns(services)));
  program
    .command('replay [run]')
    .description('重放计算记录并逐字节比较 — reckon stored runs again and compare the bytes')
    .action((run: string | undefined) => conclude(runReplay(services, run)));
  program
    .command('disclosures [file]')
    .description('核对已公布的基金数据 — check the arithmetic of published fund figures')
    .option('--json', '输出 JSON print JSON')
    .action((file: string | undefined, options: { readonly json?: boolean }) =>
      conclude(runDisclosures(services, file, options)),
    );
  program
    .command('panel <place> <year>')
    .description('由假设生成合成面板 — build a synthetic panel from its assumptions')
    .action((place: string, year: string) => conclude(runPanel(services, place, year)));
  return program;
}

function readPort(text: string): string {
  if (/^\d{1,5}$/.test(text) && Number.parseInt(text, 10) <= 65_535) return text;
  throw new CommanderError(2, 'tongchou.port', `--port ${text}`);
}
