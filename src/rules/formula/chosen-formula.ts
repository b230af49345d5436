import type { Decision } from '#kernel/decision';
import { fillFormula, type FillingPlace, type RawFilling } from '#rules/formula/fill-formula';
import { parseFormula } from '#rules/formula/formula-json';
import type { Formula } from '#rules/formula/node';
import type { KeyOf, PackFormula } from '#rules/formula/pack-formula';
import { shapesOf } from '#rules/formula/value-shape';

/** Under which key the pack keeps the graph of a formula that it chooses. */
export function formulaKey(section: string, kind: string): string {
  return `${section}/${kind}`;
}

/**
 * The formula that a pack chooses for a kind of row: the very graph that the pack was hashed with, held to its rules
 * again; for a pack that has no graphs yet, built with what the pack fills it with (see `fillFormula`).
 */
export function chosenFormula(
  place: FillingPlace,
  raw: RawFilling,
  registry: ReadonlyMap<string, PackFormula>,
  keyOf: KeyOf,
): Decision<Formula> {
  const { pack, section, path } = place;
  const stored = pack.formulas.get(formulaKey(section, path[1]));
  if (stored !== undefined) return parseFormula(stored, shapesOf(pack));
  return fillFormula(place, raw, registry, keyOf);
}
