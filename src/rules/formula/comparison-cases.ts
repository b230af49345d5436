import type { Bilingual } from '#kernel/bilingual';
import { compareRationals, floorToInteger, rational, type Rational } from '#kernel/rational';
import { constantOf, sizeOf, sizeText } from '#rules/formula/figure';
import type { Bounds } from '#rules/formula/intervals';
import { placeOf, type Comparison, type Formula, type OfOperator } from '#rules/formula/node';

/** How a figure stands to each of the comparisons that it is in: negative, zero or positive, by comparison. */
export type Standing = ReadonlyMap<number, number>;

interface Compared {
  readonly comparison: number;
  /** The constant that the figure is compared with; absent for another figure. */
  readonly constant?: Rational;
  /** The figure stands on the right of the comparison. */
  readonly isTurned: boolean;
}

/**
 * What comparisons of figures can come to: a figure held against constants lies at one of them or between two;
 * two figures held against each other are one below, equal to, or above the other.
 */
export function comparisonSources(
  formula: Formula,
  bounds: Bounds,
  comparisons: readonly number[],
): readonly { readonly id: string; readonly states: readonly { text: Bilingual; is: Standing }[] }[] {
  const groups = new Map<
    string,
    { readonly figure: number; readonly other: number; readonly held: Compared[] }
  >();
  for (const comparison of comparisons) {
    const { figure, other, ...compared } = heldAgainst(formula, comparison);
    const id = compared.constant === undefined ? `pair ${figure} ${other}` : `figure ${figure}`;
    const group = groups.get(id) ?? { figure, other, held: [] };
    group.held.push(compared);
    groups.set(id, group);
  }
  return [...groups].map(([id, { figure, other, held }]) => ({
    id,
    states:
      // Stryker disable next-line OptionalChaining: each group begins with a comparison
      held[0]?.constant === undefined
        ? pairStates(formula, bounds, figure, other, held)
        : constantStates(formula, bounds, figure, held),
  }));
}

/** Whether a comparison of figures holds in a case. */
export function holdsFor(
  node: OfOperator<'compare'>,
  index: number,
  each: ReadonlyMap<string, { readonly is: unknown }>,
): boolean | undefined {
  for (const { is } of each.values()) {
    if (!(is instanceof Map)) continue;
    const sign = (is as Standing).get(index);
    if (sign !== undefined) return holds(node.comparison, sign);
  }
  return undefined;
}

function holds(comparison: Comparison, sign: number): boolean {
  switch (comparison) {
    case 'below':
      return sign < 0;
    case 'at_most':
      return sign <= 0;
    case 'equals':
      return sign === 0;
    case 'at_least':
      return sign >= 0;
    case 'above':
      return sign > 0;
  }
}

/** A comparison seen from its figure: from the left one, or the earlier of two. */
function heldAgainst(
  formula: Formula,
  comparison: number,
): Compared & { readonly figure: number; readonly other: number } {
  // Stryker disable next-line OptionalChaining,ArrayDeclaration: each comparison was found among the nodes
  const [a = -1, b = -1] = formula.nodes[comparison]?.args ?? [];
  const [constantA, constantB] = [a, b].map((arg) => constantSize(formula, arg));
  if (constantB !== undefined)
    return { comparison, figure: a, other: b, constant: constantB, isTurned: false };
  if (constantA !== undefined)
    return { comparison, figure: b, other: a, constant: constantA, isTurned: true };
  // Stryker disable next-line EqualityOperator: a figure that stands on both sides is equal to itself, turned or not
  return { comparison, figure: Math.min(a, b), other: Math.max(a, b), isTurned: b < a };
}

function constantSize({ nodes }: Formula, index: number): Rational | undefined {
  const node = nodes[index];
  // Stryker disable next-line OptionalChaining: what is compared is a node
  const figure = node?.op === 'constant' ? constantOf(node.unit, node.text) : undefined;
  return figure && sizeOf(figure);
}

function pairStates(
  formula: Formula,
  bounds: Bounds,
  figure: number,
  other: number,
  held: readonly Compared[],
): readonly { text: Bilingual; is: Standing }[] {
  const signs = [-1, 0, 1].filter((sign) => {
    if (sign > 0) return !bounds.isAtMost(figure, other);
    return sign === 0 || !bounds.isAtMost(other, figure);
  });
  return signs.map((sign) => {
    const word = sign < 0 ? '<' : sign > 0 ? '>' : '=';
    const text = `${nameOf(formula, figure)} ${word} ${nameOf(formula, other)}`;
    return {
      text: { zh: text, en: text },
      is: new Map(held.map(({ comparison, isTurned }) => [comparison, isTurned ? -sign : sign])),
    };
  });
}

function constantStates(
  formula: Formula,
  bounds: Bounds,
  figure: number,
  held: readonly Compared[],
): readonly { text: Bilingual; is: Standing }[] {
  const range = bounds.range(figure);
  // Stryker disable next-line ArrayDeclaration: all of the group are held against constants
  const points = ascending(held.flatMap(({ constant }) => constant ?? []));
  const regions = points.flatMap((point, at): readonly Region[] => [
    { above: points[at - 1], below: point },
    { above: point, below: point },
    ...(at === points.length - 1 ? [{ above: point, below: undefined }] : []),
  ]);
  // Stryker disable next-line OptionalChaining: what is compared is a node
  const isWhole = WHOLE.has(formula.nodes[figure]?.unit ?? '') || formula.nodes[figure]?.op === 'fullYears';
  return (
    regions
      // Stryker disable next-line ConditionalExpression: each figure that a formula compares has a range
      .filter((region) => range === undefined || canLieIn(region, range, isWhole))
      .map((region) => ({
        text: wordRegion(formula, figure, region),
        is: new Map(
          held.flatMap(({ comparison, constant, isTurned }) => {
            // Stryker disable next-line ConditionalExpression,ArrayDeclaration: all of the group are held against constants
            if (constant === undefined) return [];
            const sign = signIn(region, constant);
            return [[comparison, isTurned ? -sign : sign] as const];
          }),
        ),
      }))
  );
}

const WHOLE: ReadonlySet<string> = new Set(['fen', 'date']);

/** Where a figure lies: at a point where both ends are one, else between its ends without them. */
interface Region {
  readonly above: Rational | undefined;
  readonly below: Rational | undefined;
}

interface Point extends Region {
  readonly above: Rational;
}

function ascending(points: readonly Rational[]): readonly Rational[] {
  return points
    .toSorted(compareRationals)
    .filter((point, at, all) => at === 0 || compareRationals(point, all[at - 1] ?? point) !== 0);
}

function isPoint(region: Region): region is Point {
  const { above, below } = region;
  return above !== undefined && below !== undefined && compareRationals(above, below) === 0;
}

function canLieIn(
  region: Region,
  range: { readonly low: Rational; readonly high: Rational },
  isWhole: boolean,
): boolean {
  const { above, below } = region;
  if (isPoint(region)) {
    const point = region.above;
    const isMember = !isWhole || point.denominator === 1n;
    return isMember && compareRationals(range.low, point) <= 0 && compareRationals(point, range.high) <= 0;
  }
  if (above !== undefined && compareRationals(range.high, above) <= 0) return false;
  if (below !== undefined && compareRationals(range.low, below) >= 0) return false;
  if (!isWhole || above === undefined || below === undefined) return true;
  // Between two neighbouring whole numbers there is none.
  return compareRationals(rational(floorToInteger(above) + 1n), below) < 0;
}

/** Negative, zero or positive as the figures of a region lie below a constant, at it, or above it. */
function signIn(region: Region, constant: Rational): number {
  if (isPoint(region)) return compareRationals(region.above, constant);
  return region.below !== undefined && compareRationals(region.below, constant) <= 0 ? -1 : 1;
}

function wordRegion(formula: Formula, figure: number, region: Region): Bilingual {
  // Stryker disable next-line OptionalChaining: what is compared is a node
  const unit = formula.nodes[figure]?.unit ?? 'count';
  const name = nameOf(formula, figure);
  const [low, high] = [region.above, region.below].map((end) => end && sizeText(unit, end));
  if (isPoint(region)) return alike(`${name} = ${low ?? ''}`);
  if (low === undefined) return alike(`${name} < ${high ?? ''}`);
  return alike(high === undefined ? `${name} > ${low}` : `${low} < ${name} < ${high}`);
}

function alike(text: string): Bilingual {
  return { zh: text, en: text };
}

function nameOf(formula: Formula, index: number): string {
  return placeOf(formula, index).slice(formula.id.length + 1);
}
