import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { rational, type Rational } from '#kernel/rational';
import { rate } from '#kernel/rate';
import { dateOfDays, daysOf } from '#rules/formula/day-number';
import { constantOf, figureOfQuantity, magnitudeOf, type FormulaFigure } from '#rules/formula/figure';
import type { FormulaUnit } from '#rules/formula/node';
import { givenRange } from '#rules/formula/unit-ranges';
import type { ValueVector } from '#rules/formula/value-vector';
import { layoutOf } from '#rules/targets/emit-layout';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import type { FieldPlan } from '#rules/targets/rows';

/** A field of generated rows: how it is held, what it may be, and figures at which something may change. */
export interface RowField extends FieldPlan {
  readonly low: number;
  readonly high: number;
  readonly edges: readonly number[];
}

/**
 * Fields that the outputs of a plan need, in the order in which compiled targets take them.
 * @param days days at which something may change: dates are generated around them
 */
export function fieldsOf(
  plan: TargetPlan,
  vectors: readonly ValueVector[],
  days: readonly PlainDate[],
): readonly RowField[] {
  const stated = statedFigures(plan, vectors);
  return layoutOf(plan).fields.map((field) => {
    const node = plan.formula.nodes.find((each) => each.op === 'input' && each.field === field.field);
    const range = node && givenRange(node);
    const [low = 0, high = 0] =
      range === undefined ? [] : [range.low, range.high].map((end) => scaled(end, field.scale));
    return { ...field, low, high, edges: edgesOf(field.unit, stated, field.scale, days) };
  });
}

/** A field's number in a row as the oracle takes it. */
export function figureOfNumber({ unit, scale, options }: RowField, number: number): FormulaFigure {
  const size = rational(BigInt(number), scale);
  switch (unit) {
    case 'fen':
      return { unit, fen: fen(BigInt(number)) };
    case 'rate':
      return { unit, rate: rate(size) };
    case 'count':
      return { unit, count: size };
    case 'date':
      return { unit, date: dateOfDays(number) };
    case 'truth':
      return { unit, holds: number === 1 };
    case 'choice':
      return { unit, choice: present(options?.[number], `option ${number}`) };
    case 'exact':
    case 'points':
      throw new TypeError(`no row gives ${unit}`);
  }
}

/** Figures that the formula's constants and the vectors' cells state, by unit. */
function statedFigures(
  plan: TargetPlan,
  vectors: readonly ValueVector[],
): ReadonlyMap<FormulaUnit, readonly Rational[]> {
  const figures = [
    ...plan.live.flatMap((index) => {
      const node = nodeAt(plan, index);
      const figure = node.op === 'constant' ? constantOf(node.unit, node.text) : undefined;
      return figure === undefined ? [] : [figure];
    }),
    ...plan.cells.flatMap(({ value, keys }) =>
      combinations(keys).flatMap((members) =>
        vectors.flatMap((vector) => {
          const cell = vector.read(value, members);
          return cell.allowed ? [figureOfQuantity(cell.value.quantity)] : [];
        }),
      ),
    ),
  ];
  const byUnit = new Map<FormulaUnit, Rational[]>();
  for (const figure of figures) {
    if (figure.unit === 'choice' || figure.unit === 'truth' || figure.unit === 'date') continue;
    byUnit.set(figure.unit, [...(byUnit.get(figure.unit) ?? []), magnitudeOf(figure)]);
  }
  return byUnit;
}

function edgesOf(
  unit: FormulaUnit,
  stated: ReadonlyMap<FormulaUnit, readonly Rational[]>,
  scale: bigint,
  days: readonly PlainDate[],
): readonly number[] {
  if (unit === 'date') return daysAround(days, stated.get('count') ?? []);
  if (unit === 'truth' || unit === 'choice') return [];
  const around = (stated.get(unit) ?? []).flatMap((size) => [-1, 0, 1].map((by) => scaled(size, scale) + by));
  return [...new Set([0, 1, ...around.filter((number) => number >= 0)])];
}

/** Days around those of interest, and as many full years before them as a value or constant counts. */
function daysAround(days: readonly PlainDate[], counts: readonly Rational[]): readonly number[] {
  const years = [0, ...counts.map((count) => Number(count.numerator / count.denominator))];
  const yearDays = 365.2425;
  const around = days.flatMap((day) =>
    years
      .filter((each) => each <= 100)
      .flatMap((each) => [-2, -1, 0, 1, 2].map((by) => Math.round(daysOf(day) - each * yearDays) + by)),
  );
  return [...new Set(around)];
}

function scaled({ numerator, denominator }: Rational, scale: bigint): number {
  return Number((numerator * scale) / denominator);
}

export function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (trails, list) => trails.flatMap((trail) => list.map((member) => [...trail, member])),
    [[]],
  );
}
