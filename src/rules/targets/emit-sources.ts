import { present } from '#kernel/assert';
import { floorToInteger, rational, type Rational } from '#kernel/rational';
import type { FormulaNode } from '#rules/formula/node';
import { optionsOf } from '#rules/targets/emit-choices';
import { fieldOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { nodeAt, sizeOf, type CellPlan, type TargetPlan } from '#rules/targets/plan';
import { MAX_SAFE } from '#rules/targets/scale';

/** Where a body finds what it reckons from, as JavaScript. */
export interface Readers {
  /** The fact of a field. */
  readonly fact: (field: number) => string;
  /** Whether the fact of a field is missing, where the rows mark it; absent where NaN says so. */
  readonly missing?: (field: number) => string;
  /** The number at an offset in the vector of values that the row takes. */
  readonly cell: (offset: string) => string;
  /** The variable or element that holds a running total. */
  readonly total: (at: number) => string;
  /** Whether an earlier row of the year could not be reckoned; absent where NaN says so. */
  readonly isTotalLost?: (at: number) => string;
  /** Whether a running total is known beforehand to be there and within its range. */
  readonly isTotalKnown?: (at: number) => boolean;
}

/** What is looked at in a row, and what follows. */
export interface Checks {
  /** Whether all facts are known beforehand to be there and within their ranges. */
  readonly areFactsSound?: boolean;
  /**
   * The statement by which a row goes to a more careful loop as soon as one check fails; its cells are known to be
   * there. Without it each figure says for itself whether it could be reckoned, and the row runs on.
   */
  readonly leave?: string | undefined;
}

export type SourceNode = FormulaNode & { readonly op: 'input' | 'value' | 'lookup' | 'running' };

interface SourceContext {
  readonly layout: ProgramLayout;
  readonly readers: Readers;
  readonly checks: Checks;
  /** Of a table: its keys as JavaScript. */
  readonly keys: readonly string[];
}

/** The statements that read a source; whether one of them is `w…`, which says that it is there. */
export interface SourceLines {
  readonly lines: readonly string[];
  readonly isChecked: boolean;
}

/**
 * Reads a fact, a cell or a total into `n…`. If it may be refused, `w…` says whether it is there and within its
 * range, which no NaN is; a refused one is replaced by the least that it can be.
 */
export function sourceLines(
  plan: TargetPlan,
  index: number,
  node: SourceNode,
  context: SourceContext,
): SourceLines {
  const { readers, checks, keys } = context;
  const limits = limitsOf(plan, index);
  switch (node.op) {
    case 'input':
      return factLines(index, node, limits, context);
    case 'value':
    case 'lookup': {
      const cell = present(
        plan.cells.find((each) => each.node === index),
        `the cells of node ${index}`,
      );
      const read = readers.cell(offsetText(cell, keys));
      const name = `n${index}`;
      if (checks.leave !== undefined) return { lines: [`const ${name} = ${read};`], isChecked: false };
      return checkedLines(index, name, read, `${name} === ${name}`, limits, checks);
    }
    case 'running':
      return totalLines(index, limits, context);
  }
}

function totalLines(index: number, limits: Limits, { layout, readers, checks }: SourceContext): SourceLines {
  const at = layout.totals.findIndex((each) => each.node === index);
  if (readers.isTotalKnown?.(at) === true) {
    return { lines: [`const n${index} = ${readers.total(at)};`], isChecked: false };
  }
  const known = readers.isTotalLost === undefined ? '' : `!(${readers.isTotalLost(at)}) && `;
  return checkedLines(
    index,
    `n${index}`,
    readers.total(at),
    `${known}${within(`n${index}`, limits)}`,
    limits,
    checks,
  );
}

function factLines(
  index: number,
  node: FormulaNode & { readonly op: 'input' },
  limits: Limits,
  { layout, readers, checks }: SourceContext,
): SourceLines {
  const field = fieldOf(layout, node);
  const held = node.unit === 'truth' ? `x${index}` : `n${index}`;
  const truth = node.unit === 'truth' ? [`const n${index} = ${held} === 1;`] : [];
  const read = readers.fact(field);
  if (checks.areFactsSound === true)
    return { lines: [`const ${held} = ${read};`, ...truth], isChecked: false };
  const mark = readers.missing === undefined ? '' : `${readers.missing(field)} === 0 && `;
  const condition = `${mark}${within(held, limits)}`;
  const { lines, isChecked } = checkedLines(index, held, read, condition, limits, checks);
  return { lines: [...lines, ...truth], isChecked };
}

function checkedLines(
  index: number,
  name: string,
  read: string,
  condition: string,
  { low }: Limits,
  { leave }: Checks,
): SourceLines {
  if (leave !== undefined) {
    return { lines: [`const ${name} = ${read};`, `if (!(${condition})) ${leave};`], isChecked: false };
  }
  return {
    lines: [`let ${name} = ${read};`, `const w${index} = ${condition};`, `if (!w${index}) ${name} = ${low};`],
    isChecked: true,
  };
}

/** The least and the greatest number that stand for a figure of a source. */
export interface Limits {
  readonly low: bigint;
  readonly high: bigint;
}

function within(name: string, { low, high }: Limits): string {
  return `${name} >= ${low} && ${name} <= ${high}`;
}

export function limitsOf(plan: TargetPlan, index: number): Limits {
  const { unit } = nodeAt(plan, index);
  if (unit === 'truth') return { low: 0n, high: 1n };
  if (unit === 'choice') return { low: 0n, high: BigInt(optionsOf(plan, index).length) - 1n };
  const { range, scale } = plan.of(index);
  const { low, high } = present(range, `a range of ${unit}`);
  const scaled = ({ numerator, denominator }: Rational, sign: bigint): bigint =>
    sign * floorToInteger(rational(sign * numerator * scale, denominator));
  const most = scaled(high, 1n);
  // Stryker disable next-line EqualityOperator: of two equal limits either is the one
  return { low: scaled(low, -1n), high: most > MAX_SAFE ? MAX_SAFE : most };
}

/**
 * The offset of a cell: where its table begins, and the positions of its keys, the last the fastest; a key of one
 * option makes no difference. What differs from row to row stands together, so that tables of the same keys share
 * its reckoning.
 */
function offsetText({ offset, keys: options }: CellPlan, keys: readonly string[]): string {
  const steps = keys.flatMap((key, at) => {
    const stride = sizeOf(options.slice(at + 1));
    if (options[at]?.length === 1) return [];
    // Stryker disable next-line ConditionalExpression: once a position is a position
    return [stride === 1 ? key : `${key} * ${stride}`];
  });
  if (steps.length === 0) return `${offset}`;
  // Stryker disable next-line ConditionalExpression: nothing is added to nothing
  return `${offset === 0 ? '' : `${offset} + `}(${steps.join(' + ')})`;
}
