import { DRIVERS, methodOf, type DriverId, type EstimateFactor } from '#domain/budget/drivers';
import { fundMethod } from '#domain/budget/estimate-line';
import type { BooksKind } from '#domain/budget/lines';
import { lineOf, type LinePlace } from '#domain/budget/table';
import type { InsuranceType } from '#kernel/insurance-type';

/** The inputs of one line's estimate; `given` where it has no formula and its amount is stated with a source. */
export interface LineNeeds {
  readonly method: 'product' | 'carried' | 'of_opening' | 'given';
  readonly drivers: readonly DriverId[];
}

/** Lists the inputs of a line, so that a form can ask for them before an estimate is tried. */
export function needsOf(kind: BooksKind, type: InsuranceType, place: LinePlace): LineNeeds {
  const method = kind === 'fund' ? fundMethod(place) : methodOf(lineOf(kind, place), type, place.part);
  switch (method.kind) {
    case 'given':
      return { method: 'given', drivers: [] };
    case 'product':
      return { method: 'product', drivers: method.of };
    case 'of_opening':
      return { method: 'of_opening', drivers: [method.rate] };
    case 'carried':
      return { method: 'carried', drivers: method.by.flatMap(driversOf) };
  }
}

/** Lists the drivers that these lines need, in the order of `DRIVERS`. */
export function driversFor(needs: readonly LineNeeds[]): readonly DriverId[] {
  const wanted = new Set(needs.flatMap(({ drivers }) => drivers));
  return (Object.keys(DRIVERS) as DriverId[]).filter((id) => wanted.has(id));
}

function driversOf(factor: EstimateFactor): readonly DriverId[] {
  switch (factor) {
    case 'enrolment':
      return ['insured', 'insured_prior'];
    case 'age':
      return ['elderly_share', 'elderly_share_prior', 'elderly_cost_ratio'];
    default:
      return [factor];
  }
}
