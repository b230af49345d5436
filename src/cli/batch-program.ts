import type { Command } from 'commander';
import { runReprice, type RepriceOptions } from '#cli/reprice';
import { runSampleClaims, type SampleClaimsOptions } from '#cli/sample-claims';
import { packOption, readCount } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** Workers unless told otherwise: the two processors that the smallest machine has. */
const DEFAULT_WORKERS = '2';

/** The commands on years of claims in column files. */
export function addBatchCommands(program: Command, run: RunCommand): void {
  program
    .command('reprice')
    .description('按政策包重算一个文件的待遇 — price a file of claims by a pack')
    .addOption(packOption())
    .requiredOption('--formula <kind>', '待遇类别，如 inpatient — kind of claim, such as inpatient')
    .requiredOption('--input <path>', 'Parquet 文件、通配或文件夹 — Parquet file, pattern or folder')
    .option(
      '--output <path>',
      '逐行结果：.parquet 文件，或分片文件夹 — results row by row: a .parquet file, or a folder',
    )
    .option('--values <file>', '情景：名称 → 替换的数值 — scenarios: name → values that it replaces')
    .option(
      '--by <columns>',
      '汇总的分组，如 place,level,type,decile — groups of the sums, such as place,level',
    )
    .option('--amounts <names>', '只算这些金额，如 fundPaid — these amounts only, such as fundPaid')
    .option('--workers <count>', '线程数，1 至 64 — threads, 1 to 64', readCount(64), DEFAULT_WORKERS)
    .option('--sort', '先按人员和年度排序 — sort by person and year first')
    .action((options: RepriceOptions) => run((services) => runReprice(services, options)));
  program
    .command('sample-claims')
    .description('生成试用的合成住院数据 — write made-up inpatient claims for trying')
    .requiredOption('--rows <count>', '行数，至多十亿 — rows, a billion at most', readCount(1_000_000_000))
    .requiredOption('--output <file>', 'Parquet 文件 — Parquet file')
    .option(
      '--seed <number>',
      '种子：相同则文件相同 — the same seed gives the same file',
      readCount(2 ** 31),
      '1',
    )
    .action((options: SampleClaimsOptions) => run((services) => runSampleClaims(services, options)));
}
