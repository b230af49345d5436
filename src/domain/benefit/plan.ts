import { keyOf } from '#domain/benefit/formulas/keys';
import { BENEFIT_FORMULAS } from '#domain/benefit/registry';
import { present } from '#kernel/assert';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { chosenFormula } from '#rules/formula/chosen-formula';
import { fillingFault } from '#rules/formula/fill-formula';
import type { Formula } from '#rules/formula/node';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawBenefitClaims } from '#rules/pack/raw-pack';

/** A kind of claim as a pack prices it. */
export interface PlannedClaims {
  readonly formula: Formula;
  /** The fact of a claim whose date chooses the versions of the values. */
  readonly pricedOn: string;
  /** Outputs that are amounts of the one claim, in fen. */
  readonly amounts: readonly string[];
  readonly cite: readonly string[];
}

/** A pack's benefits: every formula built and checked. */
export interface BenefitPlan {
  readonly pack: Pack;
  readonly claims: ReadonlyMap<string, PlannedClaims>;
}

/** Reads the benefit section of a pack: formulas are known, filled with values of their units, and build. */
export function planBenefit(pack: Pack): Decision<BenefitPlan> {
  const section = pack.raw.benefit;
  if (section === undefined) return refuse(noBenefit(pack));
  const refusals: Refusal[] = [
    ...unknownClauses(pack, 'benefit', ['cite'], section.cite),
    ...unknownReadings(pack, 'benefit', ['readings'], section.readings ?? []),
  ];
  const claims = new Map<string, PlannedClaims>();
  for (const [kind, raw] of Object.entries(section.claims)) {
    const planned = collect(planClaims(pack, kind, raw), refusals);
    if (planned !== undefined) claims.set(kind, planned);
  }
  return allowUnless(refusals, () => ({ pack, claims }));
}

/** How a pack prices one kind of claim, or that it does not. */
export function findClaims({ pack, claims }: BenefitPlan, kind: string): Decision<PlannedClaims> {
  const planned = claims.get(kind);
  if (planned !== undefined) return allow(planned);
  const known = [...claims.keys()].join(', ');
  return refuse({
    code: 'kind_not_covered',
    at: kind,
    what: {
      zh: `政策包 ${pack.raw.id} 没有 ${kind} 的待遇规则`,
      en: `the pack ${pack.raw.id} has no benefit rule for ${kind}`,
    },
    next: { zh: `现有：${known}`, en: `it has: ${known}` },
  });
}

function planClaims(pack: Pack, kind: string, raw: RawBenefitClaims): Decision<PlannedClaims> {
  const place = { pack, section: 'benefit', path: ['claims', kind] } as const;
  const filled = chosenFormula(place, raw, BENEFIT_FORMULAS, keyOf);
  if (!filled.allowed) return filled;
  const formula = filled.value;
  const isDate = formula.nodes.some(
    (node) => node.op === 'input' && node.unit === 'date' && node.field === raw.priced_on,
  );
  if (!isDate) {
    return refuse(
      fillingFault(`${pack.locate('benefit', place.path)} priced_on`, {
        zh: `${raw.priced_on} 不是公式所用的日期`,
        en: `${raw.priced_on} is no date that the formula takes`,
      }),
    );
  }
  const { amounts } = present(BENEFIT_FORMULAS.get(raw.formula), raw.formula);
  return allow({ formula, pricedOn: raw.priced_on, amounts, cite: raw.cite });
}

function noBenefit(pack: Pack): Refusal {
  return {
    code: 'no_benefit',
    at: `packs/${pack.raw.id}`,
    what: {
      zh: `政策包 ${pack.raw.id} 没有待遇规则`,
      en: `the pack ${pack.raw.id} has no rules of benefit`,
    },
    next: { zh: '请选择有 benefit.yaml 的政策包', en: 'choose a pack with a benefit.yaml' },
  };
}
