import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addAdminCommands } from '#cli/admin-program';
import { runAdjust, type AdjustOptions } from '#cli/adjust';
import { addBatchCommands } from '#cli/batch-program';
import { addBudgetCommands } from '#cli/budget-program';
import { runClauses, type ClausesOptions } from '#cli/clauses';
import { runContribute, type ContributeOptions } from '#cli/contribute';
import { runDisclosures } from '#cli/disclosures';
import { addBookRecordCommands } from '#cli/fund/book-records-program';
import { addOfficeRecordCommands } from '#cli/fund/office-records-program';
import { addBooksCommands } from '#cli/ledger-books-program';
import { addLedgerCommands } from '#cli/ledger-program';
import { runNewPack, type NewPackOptions } from '#cli/new-pack';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import { addVersionCommands } from '#cli/pack-program';
import { runPanel } from '#cli/panel';
import { addProjectCommands } from '#cli/project-program';
import { runReplay, runRuns } from '#cli/runs';
import { readYear } from '#cli/read-year';
import { addReconcileCommands } from '#cli/reconcile-program';
import type { CliServices, Language, ProgramServices } from '#cli/services';
import { runSimulate, type SimulateOptions } from '#cli/simulate';
import { addStatementCommands } from '#cli/statements-program';
import { runStart, type StartOptions } from '#cli/start';
import { usageLine } from '#cli/usage-line';
import { runValidate } from '#cli/validate';
import { addYearCommands } from '#cli/year-program';

/** Where the console listens unless told otherwise: a port of no well-known service. */
const DEFAULT_PORT = '8760';

/** Runs one command line and gives the exit status; nothing here ends the process. */
export async function runCommandLine(
  args: readonly string[],
  services: ProgramServices,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command('tongchou')
    .description('统筹：基本医疗保险统筹平台 — the open platform for pooling basic medical insurance')
    .version(services.version)
    .addOption(
      new Option(
        '--packs <folder>',
        '另一个政策包文件夹；其中没有的上级包取自程序自带 another folder of packs; what they extend may be the program’s own',
      ).env('TONGCHOU_PACKS'),
    )
    .addOption(
      new Option('--lang <language>', '表格和提示的语言 language of tables and messages')
        .choices(['zh', 'en'])
        .default('zh')
        .env('TONGCHOU_LANG'),
    )
    .exitOverride()
    .configureOutput({
      writeOut: services.terminal.out,
      writeErr: services.terminal.err,
      outputError: () => {},
    });
  const chosen = (): ProgramOptions => program.opts<ProgramOptions>();
  const conclude: Conclude = async (command) => {
    const { packs, lang: language } = chosen();
    status = await withPacks({ ...services, language }, packs, command);
  };
  addFundCommands(program, conclude);
  addProjectCommands(program, conclude);
  addPackCommands(program, conclude);
  addVersionCommands(program, conclude);
  addDataCommands(program, conclude);
  addBatchCommands(program, conclude);
  addAdminCommands(program, conclude);
  addLedgerCommands(program, conclude);
  addYearCommands(program, conclude);
  addBooksCommands(program, conclude);
  addStatementCommands(program, conclude);
  addReconcileCommands(program, conclude);
  addBudgetCommands(program, conclude);
  addBookRecordCommands(program, conclude);
  addOfficeRecordCommands(program, conclude);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    services.terminal.err(usageLine(error, chosen().lang));
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

interface ProgramOptions {
  readonly packs?: string;
  readonly lang: Language;
}

type CliCommand = (services: CliServices) => Promise<ExitStatus>;
type Conclude = (command: CliCommand) => Promise<void>;

/** Runs a command on the packs of another folder where one is named. */
async function withPacks(
  services: CliServices,
  folder: string | undefined,
  command: CliCommand,
): Promise<ExitStatus> {
  if (folder === undefined) return command(services);
  const source = await services.packsIn(folder);
  if (source === undefined) return refused(services.terminal, [missingFile(folder)]);
  return command({ ...services, source, packsFolder: folder });
}

function addFundCommands(program: Command, conclude: Conclude): void {
  program
    .command('start')
    .description('启动：计算全部面板并打开控制台 — reckon every panel and serve the console')
    .option('--port <port>', '控制台端口，0 为任选 port of the console, 0 for any', readPort, DEFAULT_PORT)
    .option('--no-serve', '只计算，不打开控制台 reckon only')
    .action((options: StartOptions) => conclude((services) => runStart(services, options)));
  program
    .command('adjust')
    .description('计算一个年度的调剂金 — reckon a year of the adjustment fund')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--explain', '附上每个数的说明 explain every figure')
    .option('--production', '正式运行：拒绝假设值 refuse assumed figures')
    .action((options: AdjustOptions) => conclude((services) => runAdjust(services, options)));
  program
    .command('simulate')
    .description('按简单增长推演一至十年 — carry a year on for one to ten years by simple growth')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption(
      '--input <file>',
      '首年的输入文件，- 为标准输入 input of the first year, - for standard input',
    )
    .requiredOption('--years <count>', '年数，含首年，1 至 10 years, the first included, 1 to 10', readCount)
    .requiredOption(
      '--growth <rates>',
      '年增长率 yearly growth: collections=5%,revenue=5%,expenditure=6%,insured=0%',
    )
    .option('--growth-of <rates...>', '个别统筹区的年增长率 growth of one pool: east:expenditure=8%')
    .option('--replace <values>', '情景替换的数值 values that the scenario replaces: levy_rate=8%')
    .option('--floor <months>', '可支付月数的警戒线 months payable below which a pool is pointed out')
    .action((options: SimulateOptions) => conclude((services) => runSimulate(services, options)));
  program
    .command('contribute')
    .description('计算一个年度的缴费，逐行输入输出 — reckon contributions, a line in and a line out')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption('--year <year>', '年度 year', readYear)
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--explain', '附上每个数的说明 explain every figure')
    .option('--production', '正式运行：拒绝假设值 refuse assumed figures')
    .action((options: ContributeOptions) => conclude((services) => runContribute(services, options)));
  program
    .command('runs')
    .description('列出计算记录 — list the stored runs')
    .action(() => conclude(runRuns));
  program
    .command('replay [run]')
    .description('重放计算记录并逐字节比较 — reckon stored runs again and compare the bytes')
    .action((run: string | undefined) => conclude((services) => runReplay(services, run)));
}

function addPackCommands(program: Command, conclude: Conclude): void {
  program
    .command('validate [packs...]')
    .description('检查政策包并核算其范例 — check policy packs and reckon their worked cases')
    .action((packs: readonly string[]) => conclude((services) => runValidate(services, packs)));
  program
    .command('clauses')
    .description('列出每一条款的落实情况 — tell of every clause how far it works')
    .option('--pack <id>', '只列一个政策包 one policy pack only')
    .option('--json', '输出 JSON print JSON')
    .action((options: ClausesOptions) => conclude((services) => runClauses(services, options)));
  program
    .command('new-pack <id>')
    .description('新建一个政策包 — start a policy pack')
    .requiredOption('--name-zh <name>', '中文名称 name in Chinese')
    .requiredOption('--name-en <name>', '英文名称 name in English')
    .option('--folder <folder>', '放在哪个文件夹之下 folder that it is to lie in')
    .action((id: string, options: NewPackOptions) =>
      conclude((services) => runNewPack(services, id, options)),
    );
}

function addDataCommands(program: Command, conclude: Conclude): void {
  program
    .command('disclosures [file]')
    .description('核对已公布的基金数据 — check the arithmetic of published fund figures')
    .option('--json', '输出 JSON print JSON')
    .action((file: string | undefined, options: { readonly json?: boolean }) =>
      conclude((services) => runDisclosures(services, file, options)),
    );
  program
    .command('panel <place> <year>')
    .description('由假设生成合成面板 — build a synthetic panel from its assumptions')
    .action((place: string, year: string) => conclude((services) => runPanel(services, place, year)));
}

function readCount(text: string): string {
  if (/^\d{1,2}$/.test(text)) return text;
  throw new InvalidArgumentError('1 至 10 的整数 — a whole number from 1 to 10');
}

function readPort(text: string): string {
  if (/^\d{1,5}$/.test(text) && Number.parseInt(text, 10) <= 65_535) return text;
  throw new CommanderError(2, 'tongchou.port', `--port ${text}`);
}
