import type { Command } from 'commander';
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
    .action(() => conclude(runYears));
  year
    .command('show')
    .argument('<id>', '年度编号 id of the year')
    .description('数据、来源、步骤与款项 — figures with their sources, steps and amounts')
    .option('--json', '输出 JSON print JSON')
    .action((id: string, options: { readonly json?: boolean }) =>
      conclude((services) => runYear(services, id, options)),
    );
  year
    .command('replay')
    .argument('<id>', '年度编号 id of the year')
    .description('按存档重算各版 — reckon every version again from what was stored')
    .action((id: string) => conclude((services) => runYearReplay(services, id)));
}
