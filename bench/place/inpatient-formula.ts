import { AXES, BAND_RATES, FIGURES, type Axis } from '#bench/place/figures';
import { inpatient } from '#domain/benefit/formulas/inpatient';
import { keyOf } from '#domain/benefit/formulas/keys';
import { assert, present } from '#kernel/assert';
import { allow, refusalLine } from '#kernel/decision';
import { buildPackFormula } from '#rules/formula/build-pack-formula';
import type { Formula } from '#rules/formula/node';
import type { FindShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** A figure of the place: its unit, the axes of its table, and its cells with the last axis running fastest. */
export interface PlaceValue {
  readonly unit: Unit & ('fen' | 'rate' | 'year');
  readonly axes: readonly Axis[];
  readonly cells: readonly number[];
}

/** The place's figures by the argument of the formula that each of them fills. */
export type PlaceValues = Readonly<Record<string, PlaceValue>>;

export const PLACE_VALUES: PlaceValues = {
  firstPayShare: { unit: 'rate', axes: [], cells: [FIGURES.firstPayShare] },
  deductible: { unit: 'fen', axes: ['hospital_level', 'admission_number'], cells: FIGURES.deductible.flat() },
  minorAge: { unit: 'year', axes: [], cells: [FIGURES.minorAge] },
  minorDeductibleShare: { unit: 'rate', axes: [], cells: [FIGURES.minorDeductibleShare] },
  aidedDeductibleShare: { unit: 'rate', axes: [], cells: [FIGURES.aidedDeductibleShare] },
  bandFrom: { unit: 'fen', axes: ['band'], cells: FIGURES.bandFrom },
  bandRate: {
    unit: 'rate',
    axes: ['band', 'hospital_level', 'person_kind', 'off_site_path'],
    cells: BAND_RATES,
  },
  cap: { unit: 'fen', axes: [], cells: [FIGURES.cap] },
  largeFrom: { unit: 'fen', axes: [], cells: [FIGURES.largeFrom] },
  largeRate: { unit: 'rate', axes: [], cells: [FIGURES.largeRate] },
  largeCap: { unit: 'fen', axes: [], cells: [FIGURES.largeCap] },
};

/** The inpatient formula as the place fills it: each argument with the value of its own name. */
export function benchFormula(): Formula {
  const filling = Object.fromEntries(Object.keys(PLACE_VALUES).map((name) => [name, name]));
  const built = buildPackFormula(
    inpatient,
    { id: 'bench', with: filling, cite: ['B-1'], readings: [] },
    SHAPES,
    keyOf,
  );
  if (!built.allowed) throw new Error(built.refusals.map(refusalLine).join('\n'));
  return built.value;
}

const SHAPES: FindShape = (name) => {
  const value = PLACE_VALUES[name];
  if (value === undefined) return undefined;
  return {
    unit: value.unit === 'year' ? 'count' : value.unit,
    axes: value.axes.map((axis) => ({ name: axis, members: AXES[axis] })),
  };
};

/** The figures as the formula reads them: each stated by the place's one clause. */
export function benchVector(values: PlaceValues = PLACE_VALUES): ValueVector {
  return {
    read: (name, members) => {
      const { unit, axes, cells } = present(values[name], `the value ${name}`);
      const at = axes.reduce((position, axis, depth) => {
        const options: readonly string[] = AXES[axis];
        return position * options.length + options.indexOf(present(members[depth], axis));
      }, 0);
      const quantity = parseQuantity(unit, textOf(unit, present(cells[at], `cell ${at} of ${name}`)));
      assert(typeof quantity !== 'string', `${name} is a figure`);
      return allow({ name, label: { zh: name, en: name }, quantity, standing: 'stated', cite: ['B-1'] });
    },
  };
}

/** A figure as a pack would write it. */
function textOf(unit: PlaceValue['unit'], figure: number): string {
  if (unit === 'year') return String(figure);
  const decimals = unit === 'fen' ? 2 : 4;
  const digits = String(figure).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}${unit === 'rate' ? '%' : ''}`;
}
