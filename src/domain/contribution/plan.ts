import { keyOf } from '#domain/contribution/formulas/keys';
import { CONTRIBUTION_FORMULAS, RETIREMENT_FORMULAS } from '#domain/contribution/formulas/registry';
import type { SectionKind } from '#domain/contribution/kinds';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { chosenFormula } from '#rules/formula/chosen-formula';
import type { Formula } from '#rules/formula/node';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawContributionKind } from '#rules/pack/raw-pack';

/** A kind of person as a pack reckons it: the built formula and the first year in which it applies. */
export interface PlannedKind {
  readonly formula: Formula;
  readonly firstYear: number;
  readonly cite: readonly string[];
}

/** A pack's contributions: every formula built and checked. */
export interface ContributionPlan {
  readonly pack: Pack;
  readonly cite: readonly string[];
  readonly kinds: ReadonlyMap<SectionKind, PlannedKind>;
}

/** Reads the contribution section of a pack: formulas are known, filled with values of their units, and build. */
export function planContribution(pack: Pack): Decision<ContributionPlan> {
  const section = pack.raw.contribution;
  if (section === undefined) return refuse(noContribution(pack));
  const refusals: Refusal[] = [
    ...unknownClauses(pack, 'contribution', ['cite'], section.cite),
    ...unknownReadings(pack, 'contribution', ['readings'], section.readings ?? []),
  ];
  const kinds = new Map<SectionKind, PlannedKind>();
  for (const [name, raw] of Object.entries(section.kinds)) {
    const planned = collect(planKind(pack, name as SectionKind, raw), refusals);
    if (planned !== undefined) kinds.set(name as SectionKind, planned);
  }
  return allowUnless(refusals, () => ({ pack, cite: section.cite, kinds }));
}

function planKind(pack: Pack, kind: SectionKind, raw: RawContributionKind): Decision<PlannedKind> {
  const registry = kind === 'retirement' ? RETIREMENT_FORMULAS : CONTRIBUTION_FORMULAS;
  const place = { pack, section: 'contribution', path: ['kinds', kind] } as const;
  const formula = chosenFormula(place, raw, registry, keyOf);
  if (!formula.allowed) return formula;
  return allow({
    formula: formula.value,
    firstYear: Number.parseInt(raw.first_year, 10),
    cite: raw.cite,
  });
}

function noContribution(pack: Pack): Refusal {
  return {
    code: 'no_contribution',
    at: `packs/${pack.raw.id}`,
    what: {
      zh: `政策包 ${pack.raw.id} 没有缴费规则`,
      en: `the pack ${pack.raw.id} has no rules of contribution`,
    },
    next: { zh: '请选择有 contribution.yaml 的政策包', en: 'choose a pack with a contribution.yaml' },
  };
}
