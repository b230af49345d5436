import type { Command } from 'commander';
import { runProject, type ProjectOptions } from '#cli/project';
import { explainOption, inputOption } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** Any seed will do; a fixed one gives the same fan to whoever names none. */
const DEFAULT_SEED = '1';

/** Commands on projections of a fund. They store nothing; a year or a run is read from the database. */
export function addProjectCommands(program: Command, run: RunCommand): void {
  program
    .command('project')
    .description('基金测算：按年龄队列推演一至十年 — project a fund by age cohorts for one to ten years')
    .option(
      '--pack <id>',
      '政策包；起点为年度或记录时用其自身的版本 — policy pack; a year or run has its own',
    )
    .option('--year <id>', '以某调剂年度锁定的数据为首年 — start from the frozen figures of a year')
    .option('--run <id>', '以某计算记录的数据为首年 — start from a stored run')
    .addOption(inputOption())
    .option('--scenario <file>', '情景文件，与基准对照 — scenario to compare with')
    .option('--years <count>', '年数，替换输入中的年数 — years in place of those of the input')
    .option('--paths <count>', '随机路径数，生成区间 — random paths for a fan of outcomes')
    .option('--seed <number>', '随机种子 — seed of the paths', DEFAULT_SEED)
    .addOption(explainOption())
    .action((options: ProjectOptions) => run((services) => runProject(services, options)));
}
