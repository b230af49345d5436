import type { Command } from 'commander';
import type { ExitStatus } from '#cli/outcome';
import { runProject, type ProjectOptions } from '#cli/project';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

/** Any seed will do; a fixed one gives the same fan to whoever names none. */
const DEFAULT_SEED = '1';

/** Commands on projections of a fund. They store nothing. */
export function addProjectCommands(program: Command, conclude: Conclude): void {
  program
    .command('project')
    .description('基金测算：按年龄队列推演一至十年 — project a fund by age cohorts for one to ten years')
    .requiredOption('--pack <id>', '政策包 policy pack')
    .requiredOption('--input <file>', '输入文件，- 为标准输入 input file, - for standard input')
    .option('--scenario <file>', '情景文件，与基准对照 scenario to compare with')
    .option('--years <count>', '年数，替换输入中的年数 years in place of those of the input')
    .option('--paths <count>', '随机路径数，生成区间 random paths for a fan of outcomes')
    .option('--seed <number>', '随机种子 seed of the paths', DEFAULT_SEED)
    .option('--explain', '附上每个数的说明 explain every figure')
    .action((options: ProjectOptions) => conclude((services) => runProject(services, options)));
}
