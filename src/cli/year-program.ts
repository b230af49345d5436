import { Argument, type Command } from 'commander';
import { readNumber } from '#cli/fund/list-options';
import type { ListOptions } from '#cli/fund/list-text';
import { runYearNotice, type NoticeFileOptions, type NoticeOptions } from '#cli/fund/year-notice';
import type { ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { runYear, runYearReplay, runYears } from '#cli/year';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Commands on years of adjustment. They read: steps are taken by people who are signed in. */
export function addYearCommands(program: Command, conclude: Conclude): void {
  const year = program.command('year').description('年度调剂 — the annual adjustment of funds');
  year
    .command('list')
    .description('列出各年度及其状态 — every year with where it stands')
    .option('--json', '输出 JSON print JSON')
    .action((options: ListOptions) => conclude((services) => runYears(services, options)));
  year
    .command('show')
    .argument('<id>', '年度编号 id of the year')
    .description('数据、来源、步骤与款项 — figures with their sources, steps and amounts')
    .option('--json', '输出 JSON print JSON')
    .action((id: string, options: ListOptions) => conclude((services) => runYear(services, id, options)));
  year
    .command('replay')
    .argument('<id>', '年度编号 id of the year')
    .description('按存档重算各版 — reckon every version again from what was stored')
    .action((id: string) => conclude((services) => runYearReplay(services, id)));
  addNoticeCommand(year, conclude);
}

function addNoticeCommand(year: Command, conclude: Conclude): void {
  year
    .command('notice')
    .argument('<id>', '年度编号 id of the year')
    .addArgument(
      new Argument('<kind>', '上解或下拨 remittance or allocation').choices(['levy', 'allocation']),
    )
    .argument('<pool>', '统筹区 pool')
    .description('上解、下拨通知书 PDF — the notice to one pool as a PDF')
    .requiredOption('--out <file>', '存为哪个文件 file that it is kept as')
    .option(
      '--of-version <number>',
      '哪一版，不写为最后批准的 version; the last approved without it',
      readNumber,
    )
    .action((id: string, kind: NoticeOptions['kind'], pool: string, options: NoticeFileOptions) =>
      conclude((services) => runYearNotice(services, { id, kind, pool, ...options })),
    );
}
