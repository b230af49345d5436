import type { Rational } from '#kernel/rational';
import { constantOf, sizeOf } from '#rules/formula/figure';
import type { FormulaNode, FormulaUnit } from '#rules/formula/node';

/** The least and the greatest that a figure can be, both included; an exact amount is in fen, a date in days. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/**
 * What figures of a unit may be where a node says nothing else: no single bill and no wage reaches ten million
 * yuan, and a share of something is at most the whole. A figure outside is refused, so that whatever is proved
 * of a formula holds for every row that it accepts.
 */
const UNIT_RANGES: Partial<Record<FormulaUnit, readonly [string, string]>> = {
  fen: ['0.00', '10000000.00'],
  rate: ['0%', '100%'],
  points: ['0', '100'],
  count: ['0', '10000'],
  date: ['1900-01-01', '2199-12-31'],
};

/** The range of a figure that the row or the pack gives; undefined for a truth or a choice. */
export function givenRange({ unit, range }: Pick<FormulaNode, 'unit' | 'range'>): Interval | undefined {
  const ends = range === undefined ? UNIT_RANGES[unit] : [range.atLeast, range.atMost];
  if (ends === undefined) return undefined;
  const [low, high] = ends.map((text) => sizeOfText(unit, text));
  return low === undefined || high === undefined ? undefined : { low, high };
}

function sizeOfText(unit: FormulaUnit, text: string): Rational | undefined {
  const figure = constantOf(unit, text);
  return figure && sizeOf(figure);
}
