import { AssertionFailure, present } from '#kernel/assert';
import { branchesOf, type Comparison, type FormulaNode } from '#rules/formula/node';
import { marginalText } from '#rules/targets/emit-marginal';
import { isChoosing, optionsOf, positionAmong, type ChoosingNode } from '#rules/targets/emit-choices';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import { finest, MAX_SAFE } from '#rules/targets/scale';

/** Operators that need all of their arguments and reckon with them. */
export type StrictNode = Exclude<
  FormulaNode,
  ChoosingNode | { readonly op: 'input' | 'value' | 'lookup' | 'constant' | 'running' | 'assert' }
>;

/** The arguments of a node as JavaScript, by their position. */
export interface ArgumentTexts {
  /** As it is held. */
  readonly plain: (position: number) => string;
  /** As a double that is a whole number of `1/scale`; needs a proof that it is narrow at that scale. */
  readonly narrow: (position: number, scale: bigint) => string;
  /** As a wide figure of `1/scale`: a double where that holds it exactly, else a bigint. */
  readonly wide: (position: number, scale: bigint) => string;
}

const SIGNS: Readonly<Record<Comparison, string>> = {
  below: '<',
  at_most: '<=',
  equals: '===',
  at_least: '>=',
  above: '>',
};

/**
 * The calculation of a strict node. Where the plan proves that all of it stays below 2^53 it is written in
 * doubles, on which +, −, × and comparisons of whole numbers are exact there; else in wide figures.
 * @param areDoubles whether all arguments are known to be held as doubles, be they proved narrow or not
 */
export function figureText(
  plan: TargetPlan,
  index: number,
  node: StrictNode,
  texts: ArgumentTexts,
  areDoubles: boolean,
): string {
  const { isNarrow, isReckonedNarrow } = plan.of(index);
  const truth = truthText(plan, index, node, texts);
  if (truth !== undefined) return truth;
  if (isReckonedNarrow || (areDoubles && isPick(plan, index, node))) {
    return narrowText(plan, index, node, texts);
  }
  const wide = wideText(plan, index, node, texts);
  // Stryker disable next-line ConditionalExpression: a wide figure that a double holds is one already
  return isNarrow ? `Number(${wide})` : wide;
}

/** Whether a node is one of its arguments as it is held: nothing is reckoned that could leave a double. */
export function isPick(plan: TargetPlan, index: number, node: FormulaNode): boolean {
  const { scale } = plan.of(index);
  const isExtreme = node.op === 'min' || node.op === 'max' || node.op === 'clamp';
  return (isExtreme || isChoosing(node)) && branchesOf(node).every((arg) => plan.of(arg).scale === scale);
}

function truthText(
  plan: TargetPlan,
  index: number,
  node: StrictNode,
  { plain, narrow, wide }: ArgumentTexts,
): string | undefined {
  switch (node.op) {
    case 'and':
      return node.args.map((_, at) => plain(at)).join(' && ');
    case 'or':
      return node.args.map((_, at) => plain(at)).join(' || ');
    case 'not':
      return `!${plain(0)}`;
    case 'compare': {
      const [a = -1, b = -1] = node.args;
      if (nodeAt(plan, a).unit === 'choice') {
        return `${plain(0)} === ${positionAmong(plain(1), optionsOf(plan, b), optionsOf(plan, a))}`;
      }
      const common = finest([plan.of(a), plan.of(b)]);
      const held = plan.of(index).isReckonedNarrow ? narrow : wide;
      return `${held(0, common)} ${SIGNS[node.comparison]} ${held(1, common)}`;
    }
    // Stryker disable next-line ConditionalExpression: what gives no answer answers nothing either
    default:
      return undefined;
  }
}

function narrowText(plan: TargetPlan, index: number, node: StrictNode, texts: ArgumentTexts): string {
  const { scale } = plan.of(index);
  const at = (position: number): string => texts.narrow(position, scale);
  const own = (position: number): string => texts.narrow(position, scaleAt(plan, node, position));
  switch (node.op) {
    case 'add':
      return node.args.map((_, position) => at(position)).join(' + ');
    case 'subtract':
      return `${at(0)} - ${at(1)}`;
    case 'timesRate':
    case 'timesCount':
      return `${own(0)} * ${own(1)}`;
    // Math.min and Math.max, which look for NaN and negative zero, cost several times as much.
    case 'min':
      return `${at(0)} < ${at(1)} ? ${at(0)} : ${at(1)}`;
    case 'max':
      return `${at(0)} > ${at(1)} ? ${at(0)} : ${at(1)}`;
    case 'clamp':
      return `${at(0)} < ${at(1)} ? ${at(1)} : ${at(0)} > ${at(2)} ? ${at(2)} : ${at(0)}`;
    case 'round': {
      const isNotNegative = plan.of(present(node.args[0], 'what is rounded')).isNotNegative;
      return rounded(own(0), scaleAt(plan, node, 0), node.rounding, isNotNegative);
    }
    case 'mulDiv': {
      const common = divisionScale(plan, node);
      const [times, by] = [texts.narrow(1, common), texts.narrow(2, common)];
      // The divisor is above zero.
      const isNotNegative = node.args.every((arg) => plan.of(arg).isNotNegative);
      return rounded(`(${own(0)} * ${times})`, by, node.rounding, isNotNegative);
    }
    case 'marginal':
      return marginalText(plan, index, node, texts.narrow);
    case 'daysBetween':
      return `${own(1)} - ${own(0)}`;
    case 'fullYears':
      return `fullYears(${own(0)}, ${own(1)})`;
    // Stryker disable next-line ConditionalExpression: no node comes to it; the compiler asks for it
    default:
      throw new AssertionFailure(`${node.op} gives a truth`);
  }
}

/**
 * A whole number n divided by a whole number d > 0 and rounded, both with n + d/2 below 2^53 as the plan proves.
 * Math.floor(n / d) is exact there: the quotient lies at least 1/d from the next whole number unless it is one,
 * and the double that stands for it is off by at most quotient × 2^−53 < 1/d. Half up is the floor of
 * (n + d/2) / d; a scale is a power of ten, of another d, which may be odd, both are doubled. Below zero a tie goes away from zero, so that the sign
 * is taken off first; `0 −` gives no negative zero.
 */
function rounded(
  n: string,
  d: string | bigint,
  rounding: 'half_up' | 'down',
  isNotNegative: boolean,
): string {
  if (d === 1n) return n;
  if (rounding === 'down') return `Math.floor(${n} / ${d})`;
  const halfUp = (size: string): string =>
    typeof d === 'bigint'
      ? `Math.floor((${size} + ${d / 2n}) / ${d})`
      : `Math.floor((2 * ${size} + ${d}) / (2 * ${d}))`;
  return isNotNegative ? halfUp(n) : `(${n} < 0 ? 0 - ${halfUp(`(0 - ${n})`)} : ${halfUp(n)})`;
}

function wideText(plan: TargetPlan, index: number, node: StrictNode, texts: ArgumentTexts): string {
  const { scale } = plan.of(index);
  const at = (position: number): string => texts.wide(position, scale);
  const own = (position: number): string => texts.wide(position, scaleAt(plan, node, position));
  switch (node.op) {
    case 'add':
      return node.args.map((_, position) => at(position)).reduce((a, b) => `plusWide(${a}, ${b})`);
    case 'subtract':
      return `minusWide(${at(0)}, ${at(1)})`;
    case 'timesRate':
    case 'timesCount':
      return `timesWide(${own(0)}, ${own(1)})`;
    case 'min':
      return `minWide(${at(0)}, ${at(1)})`;
    case 'max':
      return `maxWide(${at(0)}, ${at(1)})`;
    case 'clamp':
      return `clampWide(${at(0)}, ${at(1)}, ${at(2)})`;
    case 'round':
      return `${wideRounding(node.rounding)}(${own(0)}, ${wholeText(scaleAt(plan, node, 0))})`;
    case 'mulDiv': {
      const common = divisionScale(plan, node);
      return `${wideRounding(node.rounding)}(timesWide(${own(0)}, ${texts.wide(1, common)}), ${texts.wide(2, common)})`;
    }
    case 'marginal':
      return bandTexts(node.bands, (position) => texts.wide(position, 1n))
        .map(({ begin, end }, band) => {
          const low = begin.length === 1 ? begin.join('') : `maxWide(${begin.join(', ')})`;
          const high = end.length === 1 ? end.join('') : `minWide(${end.join(', ')})`;
          return `bandWide(${low}, ${high}, ${at(1 + node.bands + band)})`;
        })
        .reduce((a, b) => `plusWide(${a}, ${b})`);
    // Stryker disable next-line ConditionalExpression: no node comes to it; the compiler asks for it
    default:
      throw new AssertionFailure(`${node.op} gives a truth or comes of days, which doubles hold`);
  }
}

/**
 * A calculation that no proof keeps within a double, tried in doubles: what must hold so that it was exact, about
 * the variable `name` that holds it. Undefined for what is tried with wide figures only.
 */
export function triedText(
  plan: TargetPlan,
  node: StrictNode,
  name: string,
  { wide }: ArgumentTexts,
): { readonly lines: readonly string[]; readonly condition: string } | undefined {
  if (node.args.length !== (node.op === 'mulDiv' ? 3 : 2) || !isOfOneScale(plan, node)) return undefined;
  const [a, b] = [wide(0, scaleAt(plan, node, 0)), wide(1, scaleAt(plan, node, 1))];
  const sign = { add: '+', subtract: '-', timesRate: '*', timesCount: '*' }[node.op as string];
  // A sum, difference or product of whole doubles that comes out below 2^53 is exact.
  if (sign !== undefined) {
    return { lines: [`const ${name} = ${a} ${sign} ${b};`], condition: `Math.abs(${name}) <= ${MAX_SAFE}` };
  }
  // Stryker disable next-line ConditionalExpression: of all that take so many figures it alone is rounded
  if (node.op !== 'mulDiv') return undefined;
  if (node.rounding !== 'half_up') return undefined;
  const by = wide(2, scaleAt(plan, node, 2));
  const lines = [
    `const x${name} = ${a} * ${b};`,
    `const y${name} = 2 * Math.abs(x${name}) + ${by};`,
    `const z${name} = Math.floor(y${name} / (2 * ${by}));`,
    `const ${name} = x${name} < 0 ? 0 - z${name} : z${name};`,
  ];
  return { lines, condition: `y${name} <= ${MAX_SAFE}` };
}

/** Whether arguments need not be brought to another scale before they are reckoned with. */
function isOfOneScale(plan: TargetPlan, { op, args }: StrictNode): boolean {
  const scales = args.slice(op === 'mulDiv' ? 1 : 0).map((arg) => plan.of(arg).scale);
  return op === 'timesRate' || op === 'timesCount' || scales.every((scale) => scale === scales[0]);
}

function wideRounding(rounding: 'half_up' | 'down'): string {
  return rounding === 'down' ? 'downWide' : 'halfUpWide';
}

/** Of each band, what it begins and ends with: the stretch's own ends, and the thresholds beside the band. */
function bandTexts(
  bands: number,
  text: (position: number) => string,
): readonly { readonly begin: readonly string[]; readonly end: readonly string[] }[] {
  return Array.from({ length: bands }, (_, band) => ({
    begin: [text(0), ...(band === 0 ? [] : [text(1 + band)])],
    end: [text(1), ...(band === bands - 1 ? [] : [text(2 + band)])],
  }));
}

/** A scale in JavaScript, held as wide figures are. */
export function wholeText(scale: bigint): string {
  // Stryker disable next-line EqualityOperator: a scale is a power of ten
  return `${scale}${scale > MAX_SAFE ? 'n' : ''}`;
}

/** The scale to which both are brought that an amount is multiplied and divided by. */
function divisionScale(plan: TargetPlan, { args: [, times = -1, by = -1] }: StrictNode): bigint {
  return finest([plan.of(times), plan.of(by)]);
}

function scaleAt(plan: TargetPlan, node: StrictNode, position: number): bigint {
  return plan.of(present(node.args[position], `argument ${position} of ${node.op}`)).scale;
}
