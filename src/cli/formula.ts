import { formulaPicture } from '#application/formulas/formula-picture';
import { packFormulas, type PackFormula } from '#application/formulas/pack-formulas';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { packHead } from '#application/views/pack-view';
import { refused, tellStanding, type ExitStatus } from '#cli/outcome';
import type { CliServices, Language } from '#cli/services';
import type { Refusal } from '#kernel/decision';

export interface FormulaOptions {
  readonly svg?: boolean;
  readonly json?: boolean;
}

/** `tongchou formula`: the row formulas of a pack in words, or the graph of one of them as a picture. */
export async function runFormulaCommand(
  services: CliServices,
  packId: string,
  kind: string | undefined,
  options: FormulaOptions,
): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, packId);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const formulas = packFormulas(pack.value);
  if (!formulas.allowed) return refused(terminal, formulas.refusals);
  const chosen = formulas.value.filter((formula) => kind === undefined || formula.kind === kind);
  const [first] = chosen;
  if (first === undefined) return refused(terminal, [noSuchKind(kind ?? '', formulas.value)]);
  tellStanding(terminal, packHead(pack.value));
  if (options.svg === true) terminal.out(`${formulaPicture(first.steps, 'zh')}\n`);
  else if (options.json === true) terminal.out(`${JSON.stringify(chosen, null, 2)}\n`);
  else terminal.out(chosen.map((formula) => formulaText(terminal.language, formula)).join('\n'));
  return 0;
}

function formulaText(language: Language, { kind, firstYear, steps }: PackFormula): string {
  const lines = steps.map(({ label, prose, cite, readings }, index) => {
    const sources = [...cite, ...readings].join(' ');
    const words = prose === undefined ? '' : ` = ${prose[language]}`;
    return `${(index + 1).toString().padStart(3)}. ${label[language]}${words}${sources === '' ? '' : `  〔${sources}〕`}`;
  });
  const since = { zh: `（自 ${firstYear} 年）`, en: ` (from ${firstYear})` }[language];
  return [`# ${kind}${since}`, ...lines, ''].join('\n');
}

function noSuchKind(kind: string, formulas: readonly PackFormula[]): Refusal {
  const known = formulas.map((formula) => formula.kind).join(', ');
  return {
    code: 'kind_not_covered',
    at: kind,
    what: { zh: `没有 ${kind} 的公式`, en: `there is no formula for ${kind}` },
    next: { zh: `现有：${known}`, en: `there are: ${known}` },
  };
}
