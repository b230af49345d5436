import type { PackSource } from '#application/ports/pack-source';
import { planAdjustment } from '#domain/adjustment/plan';
import { planBenefit } from '#domain/benefit/plan';
import { planAssessment } from '#domain/assessment/plan-assessment';
import { planMonitoring } from '#domain/monitoring/plan-monitoring';
import { planBudget } from '#domain/budget/rules';
import { planContribution } from '#domain/contribution/plan';
import { planJournal } from '#domain/fund/journal';
import { planStatements } from '#domain/statement/plan-forms';
import { planSupervision } from '#domain/supervision/plan-supervision';
import { allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { formulaKey } from '#rules/formula/chosen-formula';
import { formulaJson } from '#rules/formula/formula-json';
import type { Formula } from '#rules/formula/node';
import { loadPack, withFormulas, type Hash, type PackFiles } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';
import { readExtends } from '#rules/pack/read-extends';

/** What loading a pack needs from outside. */
export interface PackLoading {
  readonly source: PackSource;
  readonly hash: Hash;
}

/**
 * Loads a pack and all that it extends, checks its pipeline, or says everything that is wrong with it. The texts are read
 * at each call, so that a changed file counts at once; they are parsed and checked anew only where one has changed.
 */
export async function loadPackWithParents(loading: PackLoading, id: string): Promise<Decision<Pack>> {
  return load(loading, id, []);
}

async function load(loading: PackLoading, id: string, below: readonly string[]): Promise<Decision<Pack>> {
  if (below.includes(id)) return refuse(circular(id, below));
  const found = await loading.source.findFiles(id);
  if (found === undefined) return refuse(unknownPack(id, await loading.source.listIds()));
  const memory = memoryOf(loading.source);
  const known = memory.get(id);
  const isKnown = known !== undefined && hasSameTexts(known.found, found);
  const extended = isKnown ? known.extended : readExtends(found);
  const parents: Pack[] = [];
  const refusals: Refusal[] = [];
  for (const parent of extended) {
    const loaded = await load(loading, parent, [...below, id]);
    if (loaded.allowed) parents.push(loaded.value);
    else refusals.push(...loaded.refusals);
  }
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  if (isKnown && parents.every((parent, index) => parent === known.parents[index])) return known.pack;
  const checked = loadPack(found, parents, loading.hash);
  const pack = checked.allowed ? withPlans(checked.value, loading.hash) : checked;
  memory.set(id, { found, extended, parents, pack });
  return pack;
}

/** A pack as it was last loaded, and all that it follows from. */
interface LoadedPack {
  readonly found: PackFiles;
  readonly extended: readonly string[];
  readonly parents: readonly Pack[];
  readonly pack: Decision<Pack>;
}

/** What was loaded last from each source, by id. It only saves work: what is loaded follows from the texts alone. */
const MEMORIES = new WeakMap<PackSource, Map<string, LoadedPack>>();

function memoryOf(source: PackSource): Map<string, LoadedPack> {
  const known = MEMORIES.get(source);
  if (known !== undefined) return known;
  const fresh = new Map<string, LoadedPack>();
  MEMORIES.set(source, fresh);
  return fresh;
}

function hasSameTexts({ files: before }: PackFiles, { files: now }: PackFiles): boolean {
  return before.size === now.size && [...now].every(([path, text]) => before.get(path) === text);
}

/** Checks every section that a mechanism or a formula fills, and keeps the graphs with the pack. */
function withPlans(pack: Pack, hash: Hash): Decision<Pack> {
  const {
    adjustment,
    assessment,
    benefit,
    budget,
    contribution,
    journal,
    monitoring,
    statements,
    supervision,
  } = pack.raw;
  const faults: Refusal[] = [];
  if (adjustment !== undefined) collect(planAdjustment(pack), faults);
  if (journal !== undefined) collect(planJournal(pack), faults);
  if (statements !== undefined) collect(planStatements(pack), faults);
  if (budget !== undefined) collect(planBudget(pack), faults);
  if (assessment !== undefined) collect(planAssessment(pack), faults);
  if (supervision !== undefined) collect(planSupervision(pack), faults);
  if (monitoring !== undefined) collect(planMonitoring(pack), faults);
  const kinds = contribution === undefined ? undefined : collect(planContribution(pack), faults)?.kinds;
  const claims = benefit === undefined ? undefined : collect(planBenefit(pack), faults)?.claims;
  return allowUnless(faults, () =>
    withFormulas(
      pack,
      new Map([...graphsOf('contribution', kinds ?? new Map()), ...graphsOf('benefit', claims ?? new Map())]),
      hash,
    ),
  );
}

function graphsOf(
  section: string,
  chosen: ReadonlyMap<string, { readonly formula: Formula }>,
): readonly (readonly [string, string])[] {
  return [...chosen].map(([kind, { formula }]) => [formulaKey(section, kind), formulaJson(formula)]);
}

/** The refusal of an id that no pack has. */
export function unknownPack(id: string, known: readonly string[]): Refusal {
  return {
    code: 'unknown_pack',
    at: id,
    what: { zh: `没有政策包 ${id}`, en: `there is no pack ${id}` },
    next: { zh: `可选：${known.join('、')}`, en: `known packs: ${known.join(', ')}` },
  };
}

function circular(id: string, below: readonly string[]): Refusal {
  return {
    code: 'circular_extends',
    at: `packs/${id}/instrument.yaml`,
    what: {
      zh: `extends 成环：${[...below, id].join(' → ')}`,
      en: `extends runs in a circle: ${[...below, id].join(' → ')}`,
    },
    next: { zh: '请去掉其中一环', en: 'remove one of the links' },
  };
}
