import type { Command } from 'commander';
import {
  runPacks,
  runPackStep,
  type PacksOptions,
  type PackStepName,
  type PackStepOptions,
} from '#cli/pack-life';
import { runFormulaCommand, type FormulaOptions } from '#cli/formula';
import { runClauses, type ClausesOptions } from '#cli/clauses';
import { runNewPack, type NewPackOptions } from '#cli/new-pack';
import { runValidate } from '#cli/validate';
import { runDiff, runDocument } from '#cli/read-packs';
import { jsonOption } from '#cli/options';
import type { RunCommand } from '#cli/services';

const STEPS: readonly (readonly [PackStepName, string])[] = [
  ['submit', '提交现有内容为新版本 — submit the present content as a version'],
  ['check', '核对：内容无误且范例全部相符 — check: no faults, every worked case holds'],
  ['approve', '批准：不得由提交或核对者批准 — approve: by another than who submitted or checked it'],
  ['put-in-force', '自某日起施行，替代在施行的版本 — put in force from a day, superseding the one in force'],
  ['withdraw', '撤回 — withdraw'],
];

/** The commands on packs: writing and checking them, the life of their versions, their comparison and their document. */
export function addPackCommands(program: Command, run: RunCommand): void {
  addDraftCommands(program, run);
  addVersionCommands(program, run);
  addReadCommands(program, run);
}

function addVersionCommands(program: Command, run: RunCommand): void {
  const pack = program
    .command('pack')
    .description('办理政策包的版本 — take a version of a pack one step further');
  for (const [name, description] of STEPS) {
    const step = pack
      .command(name)
      .argument('<pack>', '政策包，或版本哈希的前几位 — policy pack, or the first digits of a version’s hash')
      .description(description)
      .requiredOption('--by <name>', '办理人姓名 — name of the person who does it')
      .option('--note <text>', '备注 — note');
    if (name === 'put-in-force') step.requiredOption('--from <date>', '施行首日 — first day in force');
    if (name === 'withdraw') step.option('--from <date>', '停止施行的首日 — first day no longer in force');
    step.action((ref: string, options: PackStepOptions) =>
      run((services) => runPackStep(services, name, ref, options)),
    );
  }
  program
    .command('packs')
    .description('列出政策包的版本 — list the versions of packs')
    .option('--on <date>', '标出当日施行的版本 — mark what is in force on this day')
    .option('--known-on <date>', '只看到当日为止所知 — only what was known on this day')
    .action((options: PacksOptions) => run((services) => runPacks(services, options)));
}

function addReadCommands(program: Command, run: RunCommand): void {
  program
    .command('clauses')
    .description('列出每一条款的落实情况 — tell of every clause how far it works')
    .option('--pack <id>', '只列一个政策包 — one policy pack only')
    .addOption(jsonOption())
    .action((options: ClausesOptions) => run((services) => runClauses(services, options)));
  program
    .command('diff')
    .argument('<a>', '甲 — the one')
    .argument('<b>', '乙 — the other')
    .description('比较两个版本或两地的政策包 — compare two versions, or the packs of two places')
    .addOption(jsonOption())
    .action((a: string, b: string, options: { readonly json?: boolean }) =>
      run((services) => runDiff(services, a, b, options)),
    );
  program
    .command('document')
    .argument(
      '<pack>',
      '政策包，或已存版本哈希的前几位 — policy pack, or the first digits of a stored version’s hash',
    )
    .description('把政策包写成中文文档（Markdown） — write a pack as a Chinese document in Markdown')
    .action((ref: string) => run((services) => runDocument(services, ref)));
  program
    .command('formula')
    .argument('<pack>', '政策包 — policy pack')
    .argument('[kind]', '哪个公式，不写为全部 — which formula, all without it')
    .description('把计算公式写成文字或画成图 — write row formulas in words, or draw one')
    .option('--svg', '输出公式图（SVG） — print the graph as an SVG picture')
    .addOption(jsonOption())
    .action((pack: string, kind: string | undefined, options: FormulaOptions) =>
      run((services) => runFormulaCommand(services, pack, kind, options)),
    );
}

function addDraftCommands(program: Command, run: RunCommand): void {
  program
    .command('validate')
    .argument('[packs...]', '政策包，不写为全部 — policy packs, all without them')
    .description('检查政策包并核算其范例 — check policy packs and reckon their worked cases')
    .action((packs: readonly string[]) => run((services) => runValidate(services, packs)));
  program
    .command('new-pack')
    .argument('<id>', '新政策包的编号 — id of the new pack')
    .description('新建一个政策包 — start a policy pack')
    .requiredOption('--name-zh <name>', '中文名称 — name in Chinese')
    .requiredOption('--name-en <name>', '英文名称 — name in English')
    .option('--folder <folder>', '放在哪个文件夹之下 — folder that it is to lie in')
    .action((id: string, options: NewPackOptions) => run((services) => runNewPack(services, id, options)));
}
