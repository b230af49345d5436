import { buildBenefitFormula } from '#domain/benefit/build-formula';
import { BENEFIT_FORMULAS, type RegisteredBenefit } from '#domain/benefit/registry';
import type { Bilingual } from '#kernel/bilingual';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Formula } from '#rules/formula/node';
import { shapesOf } from '#rules/formula/value-shape';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
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
  const at = pack.locate('benefit', ['claims', kind]);
  const registered = BENEFIT_FORMULAS.get(raw.formula);
  if (registered === undefined) {
    const known = [...BENEFIT_FORMULAS.keys()].join(', ');
    return refuse(
      fault(`${at} ${raw.formula}`, {
        zh: `没有名为 ${raw.formula} 的公式（现有：${known}）`,
        en: `there is no formula ${raw.formula} (known: ${known})`,
      }),
    );
  }
  const [first, ...others] = [
    ...unknownClauses(pack, 'benefit', ['claims', kind, 'cite'], raw.cite),
    ...unknownReadings(pack, 'benefit', ['claims', kind, 'readings'], raw.readings ?? []),
    ...argumentFaults(pack, registered, raw, at),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const filling = { id: kind, with: raw.with, cite: raw.cite, readings: raw.readings ?? [] };
  const built = buildBenefitFormula(registered.formula, filling, shapesOf(pack));
  if (!built.allowed) {
    const [fault1, ...rest] = built.refusals.map((refusal) => placedAt(at, refusal));
    return fault1 === undefined ? built : refuse(fault1, ...rest);
  }
  const formula = built.value;
  if (
    !formula.nodes.some((node) => node.op === 'input' && node.unit === 'date' && node.field === raw.priced_on)
  ) {
    return refuse(
      fault(`${at} priced_on`, {
        zh: `${raw.priced_on} 不是公式所用的日期`,
        en: `${raw.priced_on} is no date that the formula takes`,
      }),
    );
  }
  return allow({ formula, pricedOn: raw.priced_on, amounts: registered.amounts, cite: raw.cite });
}

function argumentFaults(
  pack: Pack,
  { formula: { name, takes } }: RegisteredBenefit,
  raw: RawBenefitClaims,
  at: string,
): readonly Refusal[] {
  const known = Object.entries(takes).flatMap(([argument, { optional }]) => {
    const value = raw.with[argument];
    if (value === undefined) {
      const what = { zh: `${name} 缺少参数 ${argument}`, en: `${name} needs ${argument}` };
      return optional === true ? [] : [fault(`${at} ${argument}`, what)];
    }
    const what = { zh: `没有名为 ${value} 的值`, en: `there is no value ${value}` };
    return findValue(pack, value) === undefined ? [fault(`${at} ${argument}`, what)] : [];
  });
  const idle = Object.keys(raw.with).filter((argument) => !Object.hasOwn(takes, argument));
  return [
    ...known,
    ...idle.map((argument) =>
      fault(`${at} ${argument}`, { zh: `${name} 没有参数 ${argument}`, en: `${name} takes no ${argument}` }),
    ),
  ];
}

function placedAt(at: string, refusal: Refusal): Refusal {
  return { ...refusal, at: `${at} ${refusal.at}`.trim() };
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
