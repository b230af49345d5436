import type { Command } from 'commander';
import type { ExitStatus } from '#cli/outcome';
import { runProject, type ProjectOptions } from '#cli/project';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Any seed will do; a fixed one gives the same fan to whoever names none. */
const DEFAULT_SEED = '1';

/** Commands on projections of a fund. They store nothing; a year or a run is read from the database. */
export function addProjectCommands(program: Command, conclude: Conclude): void {
  program
    .command('project')
    .description('基金测算：按年龄队列推演一至十年 — project a fund by age cohorts for one to ten years')
    .option('--pack <id>', '政策包；起点为年度或记录时用其自身的版本 policy pack; a year or run has its own')
    .option('--year <id>', '以某调剂年度锁定的数据为首年 start from the frozen figures of a year')
    .option('--run <id>', '以某计算记录的数据为首年 start from a stored run')
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--scenario <file>', '情景文件，与基准对照 scenario to compare with')
    .option('--years <count>', '年数，替换输入中的年数 years in place of those of the input')
    .option('--paths <count>', '随机路径数，生成区间 random paths for a fan of outcomes')
    .option('--seed <number>', '随机种子 seed of the paths', DEFAULT_SEED)
    .option('--explain', '附上每个数的说明 explain every figure')
    .action((options: ProjectOptions) => conclude((services) => runProject(services, options)));
}
