import { PARTS, type Part } from '#domain/contribution/formulas/parts';
import type { SectionKind } from '#domain/contribution/kinds';
import type { ContributionPlan, PlannedKind } from '#domain/contribution/plan';
import { present } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import { yearOf, type PlainDate } from '#kernel/plain-date';
import type { ExplainedNode } from '#rules/explain/node';
import { figureOf, type FormulaFigure } from '#rules/formula/figure';
import type { FormulaResult } from '#rules/targets/oracle';
import { createRowExplainer, type ExplainRow } from '#rules/targets/row-explainer';
import { resolveVector, type ValueVector } from '#rules/formula/value-vector';
import { packStatus } from '#rules/pack/pack';
import type { ResolvedValue } from '#rules/value/resolve-value';
import { draftInProduction } from '#rules/pack/draft-in-production';

/** One person's month, or year of cover: what chooses the formula and the date, and the facts it asks for. */
export interface ContributionRow {
  readonly kind: SectionKind;
  /** First day of the month, or of the year of cover: which versions of the values apply. */
  readonly on: PlainDate;
  readonly inputs: ReadonlyMap<string, FormulaFigure>;
}

export interface Contribution {
  readonly parts: Readonly<Record<Part, Fen>>;
  readonly cite: readonly string[];
  readonly nodes: readonly ExplainedNode[];
  /** Values used that nobody with the authority has stated. */
  readonly assumptions: readonly ResolvedValue[];
}

export interface ContributionOptions {
  /** `refuse` for a production run, which no assumed figure may enter. */
  readonly assumptions: 'state' | 'refuse';
  /** Figures that replace the pack's own in this run, by name. */
  readonly replaced?: Readonly<Record<string, string>>;
}

/** Reckons the rows of one run; values resolve once for each kind and date, never per row. */
export interface Contributor {
  /** The raw outputs of a row's formula: what the kind `retirement` asks for. */
  readonly run: (row: ContributionRow) => Decision<FormulaResult>;
  readonly contribute: (row: ContributionRow) => Decision<Contribution>;
}

export function createContributor(plan: ContributionPlan, options: ContributionOptions): Contributor {
  const vectors = new Map<string, ValueVector>();
  const vectorOf = (kind: SectionKind, on: PlainDate, { formula }: PlannedKind): ValueVector => {
    const key = `${kind} ${on}`;
    const known = vectors.get(key) ?? resolveVector(plan.pack, formula, { on, ...options });
    vectors.set(key, known);
    return known;
  };

  const explainers = new Map<SectionKind, ExplainRow>();
  const explainerOf = (kind: SectionKind, { formula }: PlannedKind): ExplainRow => {
    const known = explainers.get(kind) ?? createRowExplainer(formula);
    explainers.set(kind, known);
    return known;
  };

  function run({ kind, on, inputs }: ContributionRow): Decision<FormulaResult> {
    if (options.assumptions === 'refuse' && packStatus(plan.pack) === 'draft') {
      return refuse(draftInProduction(plan.pack, plan.cite[0]));
    }
    const planned = plan.kinds.get(kind);
    if (planned === undefined) return refuse(kindNotCovered(plan, kind));
    if (yearOf(on) < planned.firstYear) return refuse(notInForce(kind, yearOf(on), planned));
    return explainerOf(kind, planned)({ inputs, values: vectorOf(kind, on, planned) });
  }

  return {
    run,
    contribute: (row) => {
      const result = run(row);
      return result.allowed ? allow(contributionOf(result.value)) : result;
    },
  };
}

function contributionOf({ outputs, nodes, values }: FormulaResult): Contribution {
  const amount = (part: Part): Fen => figureOf(present(outputs.get(part), part), 'fen').fen;
  return {
    parts: Object.fromEntries(PARTS.map((part) => [part, amount(part)])) as Record<Part, Fen>,
    cite: [...new Set(nodes.flatMap((node) => node.cite))].toSorted(compareCodePoints),
    nodes,
    assumptions: values.filter((value) => value.standing !== 'stated'),
  };
}

function kindNotCovered({ pack, kinds }: ContributionPlan, kind: SectionKind): Refusal {
  const known = [...kinds.keys()].filter((each) => each !== 'retirement').join(', ');
  return {
    code: 'kind_not_covered',
    at: 'kind',
    what: {
      zh: `政策包 ${pack.raw.id} 没有 ${kind} 的缴费规则`,
      en: `the pack ${pack.raw.id} has no contribution rule for ${kind}`,
    },
    next: { zh: `现有：${known}`, en: `it has: ${known}` },
  };
}

function notInForce(kind: SectionKind, year: number, { firstYear, cite }: PlannedKind): Refusal {
  return {
    code: 'not_in_force',
    at: 'kind',
    ...(cite[0] === undefined ? {} : { clause: cite[0] }),
    what: {
      zh: `${kind} 的缴费规则自 ${firstYear} 年起施行，${year} 年不适用`,
      en: `the rule for ${kind} applies from ${firstYear}, not in ${year}`,
    },
    next: { zh: `请选择 ${firstYear} 年或以后`, en: `choose ${firstYear} or later` },
  };
}
