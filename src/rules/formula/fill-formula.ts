import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { buildPackFormula } from '#rules/formula/build-pack-formula';
import type { Formula } from '#rules/formula/node';
import type { KeyOf, PackFormula } from '#rules/formula/pack-formula';
import { shapesOf } from '#rules/formula/value-shape';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';

/** What a pack writes where it chooses a formula. */
export interface RawFilling {
  readonly formula: string;
  readonly with: Readonly<Record<string, string>>;
  readonly cite: readonly string[];
  readonly readings?: readonly string[] | undefined;
}

/** Where a pack chooses a formula: the section, the way to it there, and for what it is. */
export interface FillingPlace {
  readonly pack: Pack;
  readonly section: string;
  readonly path: readonly [string, string];
}

/**
 * Builds a formula of `registry` with what a pack fills it with. Refused, with the place in the pack: a formula,
 * value, clause or reading that is not there, an argument too many or too few, and all that the formula's own
 * checks find wrong.
 */
export function fillFormula(
  place: FillingPlace,
  raw: RawFilling,
  registry: ReadonlyMap<string, PackFormula>,
  keyOf: KeyOf,
): Decision<Formula> {
  const { pack, section, path } = place;
  const at = pack.locate(section, path);
  const formula = registry.get(raw.formula);
  if (formula === undefined) return refuse(formulaUnknown(at, raw.formula, [...registry.keys()]));
  const [first, ...others] = [
    ...unknownClauses(pack, section, [...path, 'cite'], raw.cite),
    ...unknownReadings(pack, section, [...path, 'readings'], raw.readings ?? []),
    ...argumentFaults(pack, formula, raw.with, at),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const filling = { id: path[1], with: raw.with, cite: raw.cite, readings: raw.readings ?? [] };
  const built = buildPackFormula(formula, filling, shapesOf(pack), keyOf);
  if (built.allowed) return allow(built.value);
  const [fault, ...rest] = built.refusals.map((each) => ({ ...each, at: `${at} ${each.at}`.trim() }));
  return refuse(present(fault, 'a fault'), ...rest);
}

function argumentFaults(
  pack: Pack,
  { name, takes }: PackFormula,
  filling: RawFilling['with'],
  at: string,
): readonly Refusal[] {
  const idle = Object.keys(filling).filter((argument) => !Object.hasOwn(takes, argument));
  const asked = Object.entries(takes).flatMap(([argument, { optional }]) => {
    const value = filling[argument];
    if (value === undefined) {
      const what = { zh: `${name} 缺少参数 ${argument}`, en: `${name} needs ${argument}` };
      return optional === true ? [] : [fillingFault(`${at} ${argument}`, what)];
    }
    const what = { zh: `没有名为 ${value} 的值`, en: `there is no value ${value}` };
    return findValue(pack, value) === undefined ? [fillingFault(`${at} ${argument}`, what)] : [];
  });
  const surplus = idle.map((argument) =>
    fillingFault(`${at} ${argument}`, {
      zh: `${name} 没有参数 ${argument}`,
      en: `${name} takes no ${argument}`,
    }),
  );
  return [...surplus, ...asked];
}

function formulaUnknown(at: string, name: string, known: readonly string[]): Refusal {
  const list = known.join(', ');
  return fillingFault(`${at} ${name}`, {
    zh: `没有名为 ${name} 的公式（现有：${list}）`,
    en: `there is no formula ${name} (known: ${list})`,
  });
}

/** A fault in how a pack chooses or fills a formula. */
export function fillingFault(at: string, what: Bilingual): Refusal {
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
