import { Argument, type Command } from 'commander';
import type { ListOptions } from '#cli/print';
import { runYearNotice, type NoticeFileOptions, type NoticeOptions } from '#cli/fund/year-notice';
import { jsonOption, readNumber } from '#cli/options';
import type { RunCommand } from '#cli/services';
import { runYear, runYearReplay, runYears } from '#cli/year';

/** Commands on years of adjustment. They read: steps are taken by people who are signed in. */
export function addYearCommands(program: Command, run: RunCommand): void {
  const year = program.command('year').description('年度调剂 — the annual adjustment of funds');
  year
    .command('list')
    .description('列出各年度及其状态 — every year with where it stands')
    .addOption(jsonOption())
    .action((options: ListOptions) => run((services) => runYears(services, options)));
  year
    .command('show')
    .argument('<id>', '年度编号 — id of the year')
    .description('数据、来源、步骤与款项 — figures with their sources, steps and amounts')
    .addOption(jsonOption())
    .action((id: string, options: ListOptions) => run((services) => runYear(services, id, options)));
  year
    .command('replay')
    .argument('<id>', '年度编号 — id of the year')
    .description('按存档重算各版 — reckon every version again from what was stored')
    .action((id: string) => run((services) => runYearReplay(services, id)));
  addNoticeCommand(year, run);
}

function addNoticeCommand(year: Command, run: RunCommand): void {
  year
    .command('notice')
    .argument('<id>', '年度编号 — id of the year')
    .addArgument(
      new Argument('<kind>', '上解或下拨 — remittance or allocation').choices(['levy', 'allocation']),
    )
    .argument('<pool>', '统筹区 — pool')
    .description('上解、下拨通知书 PDF — the notice to one pool as a PDF')
    .requiredOption('--out <file>', '存为哪个文件 — file that it is kept as')
    .option(
      '--of-version <number>',
      '哪一版，不写为最后批准的 — version; the last approved without it',
      readNumber,
    )
    .action((id: string, kind: NoticeOptions['kind'], pool: string, options: NoticeFileOptions) =>
      run((services) => runYearNotice(services, { id, kind, pool, ...options })),
    );
}
