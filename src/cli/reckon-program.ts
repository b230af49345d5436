import { InvalidArgumentError, Option, type Command } from 'commander';
import { runAdjust, type AdjustOptions } from '#cli/adjust';
import { runContribute, type ContributeOptions } from '#cli/contribute';
import { runDisclosures } from '#cli/disclosures';
import { runPanel } from '#cli/panel';
import type { ListOptions } from '#cli/print';
import { runReplay, runRuns } from '#cli/runs';
import { explainOption, inputOption, jsonOption, packOption, readPort, readYear } from '#cli/options';
import type { RunCommand } from '#cli/services';
import { runSimulate, type SimulateOptions } from '#cli/simulate';
import { runStart, type StartOptions } from '#cli/start';

/** Where the console listens unless told otherwise: a port of no well-known service. */
const DEFAULT_PORT = '8760';

/** The commands that reckon, keep and show runs. */
export function addReckonCommands(program: Command, run: RunCommand): void {
  program
    .command('start')
    .description('启动：计算全部面板并打开控制台 — reckon every panel and serve the console')
    .option('--port <port>', '控制台端口，0 为任选 — port of the console, 0 for any', readPort, DEFAULT_PORT)
    .option('--no-serve', '只计算，不打开控制台 — reckon only')
    .action((options: StartOptions) => run((services) => runStart(services, options)));
  program
    .command('adjust')
    .addOption(packOption())
    .addOption(inputOption())
    .addOption(explainOption())
    .addOption(productionOption())
    .description('计算一个年度的调剂金 — reckon a year of the adjustment fund')
    .action((options: AdjustOptions) => run((services) => runAdjust(services, options)));
  program
    .command('contribute')
    .addOption(packOption())
    .addOption(inputOption())
    .addOption(explainOption())
    .addOption(productionOption())
    .description('计算一个年度的缴费，逐行输入输出 — reckon contributions, a line in and a line out')
    .requiredOption('--year <year>', '年度 — year', readYear)
    .action((options: ContributeOptions) => run((services) => runContribute(services, options)));
  addSimulateCommand(program, run);
  program
    .command('runs')
    .description('列出计算记录 — list the stored runs')
    .action(() => run(runRuns));
  program
    .command('replay')
    .argument('[run]', '记录编号，不写为全部 — id of a run, all without it')
    .description('重放计算记录并逐字节比较 — reckon stored runs again and compare the bytes')
    .action((id: string | undefined) => run((services) => runReplay(services, id)));
  program
    .command('disclosures')
    .addOption(jsonOption())
    .argument('[file]', 'CSV 文件，不写为自带数据 — CSV file, the data shipped without it')
    .description('核对已公布的基金数据 — check the arithmetic of published fund figures')
    .action((file: string | undefined, options: ListOptions) =>
      run((services) => runDisclosures(services, file, options)),
    );
  program
    .command('panel')
    .argument('<place>', '地区 — place')
    .argument('<year>', '年度 — year')
    .description('由假设生成合成面板 — build a synthetic panel from its assumptions')
    .action((place: string, year: string) => run((services) => runPanel(services, place, year)));
}

function addSimulateCommand(program: Command, run: RunCommand): void {
  program
    .command('simulate')
    .addOption(packOption())
    .addOption(inputOption())
    .description('按简单增长推演一至十年 — carry a year on for one to ten years by simple growth')
    .requiredOption(
      '--years <count>',
      '年数，含首年，1 至 10 — years, the first included, 1 to 10',
      readYears,
    )
    .requiredOption(
      '--growth <rates>',
      '年增长率 — yearly growth: collections=5%,revenue=5%,expenditure=6%,insured=0%',
    )
    .option('--growth-of <rates...>', '个别统筹区的年增长率 — growth of one pool: east:expenditure=8%')
    .option('--replace <values>', '情景替换的数值 — values that the scenario replaces: levy_rate=8%')
    .option('--floor <months>', '可支付月数的警戒线 — months payable below which a pool is pointed out')
    .action((options: SimulateOptions) => run((services) => runSimulate(services, options)));
}

/** How many may be asked for, the contract says. */
function readYears(given: string): string {
  if (/^\d{1,2}$/.test(given)) return given;
  throw new InvalidArgumentError('1 至 10 的整数 — a whole number from 1 to 10');
}

function productionOption(): Option {
  return new Option('--production', '正式运行：拒绝假设值 — refuse assumed figures');
}
