import type { Command } from 'commander';
import type { ExitStatus } from '#cli/outcome';
import {
  runPacks,
  runPackStep,
  type PacksOptions,
  type PackStepName,
  type PackStepOptions,
} from '#cli/pack-life';
import { runFormulaCommand, type FormulaOptions } from '#cli/formula';
import { runDiff, runDocument } from '#cli/read-packs';
import type { CliServices } from '#cli/services';

type Conclude = (command: (services: CliServices) => Promise<ExitStatus>) => Promise<void>;

const STEPS: readonly (readonly [PackStepName, string])[] = [
  ['submit', '提交现有内容为新版本 submit the present content as a version'],
  ['check', '核对：内容无误且范例全部相符 check: no faults, every worked case holds'],
  ['approve', '批准：不得由提交或核对者批准 approve: by another than who submitted or checked it'],
  ['put-in-force', '自某日起施行，替代在施行的版本 put in force from a day, superseding the one in force'],
  ['withdraw', '撤回 withdraw'],
];

/** The commands on versions of packs: their life, their comparison and their document. */
export function addVersionCommands(program: Command, conclude: Conclude): void {
  const pack = program
    .command('pack')
    .description('办理政策包的版本 — take a version of a pack one step further');
  for (const [name, description] of STEPS) {
    const step = pack
      .command(`${name} <pack>`)
      .description(description)
      .requiredOption('--by <name>', '办理人姓名 name of the person who does it')
      .option('--note <text>', '备注 note');
    if (name === 'put-in-force') step.requiredOption('--from <date>', '施行首日 first day in force');
    if (name === 'withdraw') step.option('--from <date>', '停止施行的首日 first day no longer in force');
    step.action((ref: string, options: PackStepOptions) =>
      conclude((services) => runPackStep(services, name, ref, options)),
    );
  }
  program
    .command('packs')
    .description('列出政策包的版本 — list the versions of packs')
    .option('--on <date>', '标出当日施行的版本 mark what is in force on this day')
    .option('--known-on <date>', '只看到当日为止所知 only what was known on this day')
    .action((options: PacksOptions) => conclude((services) => runPacks(services, options)));
  program
    .command('diff <a> <b>')
    .description('比较两个版本或两地的政策包 — compare two versions, or the packs of two places')
    .option('--json', '输出 JSON print JSON')
    .action((a: string, b: string, options: { readonly json?: boolean }) =>
      conclude((services) => runDiff(services, a, b, options)),
    );
  program
    .command('document <pack>')
    .description('把政策包写成中文文档（Markdown） — write a pack as a Chinese document in Markdown')
    .action((ref: string) => conclude((services) => runDocument(services, ref)));
  program
    .command('formula <pack> [kind]')
    .description('把计算公式写成文字或画成图 — write row formulas in words, or draw one')
    .option('--svg', '输出公式图（SVG） print the graph as an SVG picture')
    .option('--json', '输出 JSON print JSON')
    .action((pack: string, kind: string | undefined, options: FormulaOptions) =>
      conclude((services) => runFormulaCommand(services, pack, kind, options)),
    );
}
