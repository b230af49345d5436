import { Command, CommanderError, Option } from 'commander';
import { addAdminCommands } from '#cli/admin-program';
import { addBatchCommands } from '#cli/batch-program';
import { addBudgetCommands } from '#cli/budget-program';
import { addBookRecordCommands } from '#cli/fund/book-records-program';
import { addOfficeRecordCommands } from '#cli/fund/office-records-program';
import { helpIn } from '#cli/help';
import { addBooksCommands } from '#cli/ledger-books-program';
import { addLedgerCommands } from '#cli/ledger-program';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import { addPackCommands } from '#cli/pack-program';
import { addProjectCommands } from '#cli/project-program';
import { addReckonCommands } from '#cli/reckon-program';
import { addReconcileCommands } from '#cli/reconcile-program';
import type { CliServices, Language, ProgramServices, RunCommand } from '#cli/services';
import { addStatementCommands } from '#cli/statements-program';
import { usageLine } from '#cli/usage-line';
import { addYearCommands } from '#cli/year-program';

interface ProgramOptions {
  readonly packs?: string;
  readonly lang: Language;
}

/** Runs one command line and gives the exit status; nothing here ends the process. */
export async function runCommandLine(
  args: readonly string[],
  services: ProgramServices,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program: Command = commandTree(services, async (command) => {
    const { packs, lang: language } = program.opts<ProgramOptions>();
    const terminal = { ...services.terminal, language };
    status = await withPacks({ ...services, terminal }, packs, command);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    services.terminal.err(usageLine(error, program.opts<ProgramOptions>().lang));
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

/** Every command with its options; `run` is given what a command does once its line was read. */
export function commandTree(
  { version, terminal }: Pick<ProgramServices, 'version' | 'terminal'>,
  run: RunCommand,
): Command {
  const program: Command = new Command('tongchou')
    .description('统筹：基本医疗保险统筹平台 — the open platform for pooling basic medical insurance')
    .version(version, '-V, --version', '版本 — version')
    .addOption(
      new Option(
        '--packs <folder>',
        '另一个政策包文件夹；其中没有的上级包取自程序自带 — another folder of packs; what they extend may be the program’s own',
      ).env('TONGCHOU_PACKS'),
    )
    .addOption(
      new Option('--lang <language>', '表格和提示的语言 — language of tables and messages')
        .choices(['zh', 'en'])
        .default('zh')
        .env('TONGCHOU_LANG'),
    )
    .helpOption('-h, --help', '用法 — usage')
    .helpCommand('help [command]', '某个命令的用法 — usage of a command')
    .configureHelp(helpIn(() => program.opts<ProgramOptions>().lang))
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} });
  for (const add of COMMANDS) add(program, run);
  return program;
}

/** In the order in which help lists them. */
const COMMANDS: readonly ((program: Command, run: RunCommand) => void)[] = [
  addReckonCommands,
  addProjectCommands,
  addPackCommands,
  addBatchCommands,
  addAdminCommands,
  addLedgerCommands,
  addYearCommands,
  addBooksCommands,
  addStatementCommands,
  addReconcileCommands,
  addBudgetCommands,
  addBookRecordCommands,
  addOfficeRecordCommands,
];

/** Runs a command on the packs of another folder where one is named. */
async function withPacks(
  services: CliServices,
  folder: string | undefined,
  command: Parameters<RunCommand>[0],
): Promise<ExitStatus> {
  if (folder === undefined) return command(services);
  const source = await services.packsIn(folder);
  if (source === undefined) return refused(services.terminal, [missingFile(folder)]);
  return command({ ...services, source, packsFolder: folder });
}
