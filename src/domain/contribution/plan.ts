import { buildFormula } from '#domain/contribution/build-formula';
import type { ContributionFormula } from '#domain/contribution/formulas/contribution-formula';
import { CONTRIBUTION_FORMULAS, RETIREMENT_FORMULAS } from '#domain/contribution/formulas/registry';
import type { SectionKind } from '#domain/contribution/kinds';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Formula } from '#rules/formula/node';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
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
  const at = pack.locate('contribution', ['kinds', kind]);
  const registry = kind === 'retirement' ? RETIREMENT_FORMULAS : CONTRIBUTION_FORMULAS;
  const formula = registry.get(raw.formula);
  if (formula === undefined) {
    const known = [...registry.keys()].join(', ');
    return refuse(
      fault(`${at} ${raw.formula}`, {
        zh: `没有名为 ${raw.formula} 的公式（现有：${known}）`,
        en: `there is no formula ${raw.formula} (known: ${known})`,
      }),
    );
  }
  const refusals = [
    ...unknownClauses(pack, 'contribution', ['kinds', kind, 'cite'], raw.cite),
    ...unknownReadings(pack, 'contribution', ['kinds', kind, 'readings'], raw.readings ?? []),
    ...argumentFaults(pack, formula, raw, at),
  ];
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  const built = buildFormula(pack, kind, formula, raw);
  const faults = built.allowed
    ? []
    : built.refusals.map((refusal) => ({ ...refusal, at: `${at} ${refusal.at}`.trim() }));
  return allowUnless(faults, () => ({
    formula: (built as { readonly value: Formula }).value,
    firstYear: Number.parseInt(raw.first_year, 10),
    cite: raw.cite,
  }));
}

function argumentFaults(
  pack: Pack,
  { name, takes }: ContributionFormula,
  raw: RawContributionKind,
  at: string,
): readonly Refusal[] {
  const unknown = Object.keys(raw.with).filter((argument) => !Object.hasOwn(takes, argument));
  return [
    ...unknown.map((argument) =>
      fault(`${at} ${argument}`, {
        zh: `${name} 没有参数 ${argument}`,
        en: `${name} takes no ${argument}`,
      }),
    ),
    ...Object.entries(takes).flatMap(([argument, { optional }]) => {
      const value = raw.with[argument];
      if (value === undefined && optional === true) return [];
      if (value === undefined) {
        return [
          fault(`${at} ${argument}`, {
            zh: `${name} 缺少参数 ${argument}`,
            en: `${name} needs ${argument}`,
          }),
        ];
      }
      return findValue(pack, value) === undefined
        ? [fault(`${at} ${argument}`, { zh: `没有名为 ${value} 的值`, en: `there is no value ${value}` })]
        : [];
    }),
  ];
}

function fault(at: string, what: Bilingual): Refusal {
  return {
    code: 'bad_formula',
    at,
    what,
    next: {
      zh: '公式及参数见 docs/reference/pack-format.md',
      en: 'see docs/reference/pack-format.md for the formulas and their arguments',
    },
  };
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
