import { present } from '#kernel/assert';
import { constantOf, sizeOf } from '#rules/formula/figure';
import type { FormulaNode, OfOperator } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import type { SqlColumns } from '#rules/targets/sql-columns';
import type { DialectWords, SqlWidth } from '#rules/targets/sql-dialect';
import type { Term, Terms } from '#rules/targets/sql-terms';
import { isSized } from '#rules/targets/sql-units';
import { allValid, type SqlFigure, type Validity } from '#rules/targets/sql-validity';
import type { SqlWidths } from '#rules/targets/sql-widths';

/** A statement while its nodes are written, each after its arguments. */
export interface SqlWriting {
  readonly plan: TargetPlan;
  readonly words: DialectWords;
  readonly widths: SqlWidths;
  readonly columns: SqlColumns;
  readonly terms: Terms;
  readonly totals: 'given' | 'windowed';
  readonly figures: ReadonlyMap<number, SqlFigure>;
}

/** A node and its number. */
export interface Writing<N extends FormulaNode = FormulaNode> {
  readonly index: number;
  readonly node: N;
}

export type WritingOf<O extends FormulaNode['op']> = Writing<OfOperator<O>>;

export function figureAt({ figures }: SqlWriting, node: number): SqlFigure {
  return present(figures.get(node), `the figure of node ${node}`);
}

export function validOf(writing: SqlWriting, nodes: readonly number[]): Validity {
  return allValid(
    writing.terms,
    nodes.map((node) => figureAt(writing, node).valid),
  );
}

/** A figure at another scale and width: multiplied by what the scales differ by. */
export function alignedTo(writing: SqlWriting, node: number, scale: bigint, width: SqlWidth): Term {
  const { terms, plan, words } = writing;
  const { value } = figureAt(writing, node);
  const given = nodeAt(plan, node);
  if (!isSized(given)) return value;
  // Stryker disable next-line ConditionalExpression: multiplied here or by the engine it is the same number
  if (given.op === 'constant') return numberTerm(writing, constantAt(given, scale), width);
  const sized =
    // Stryker disable next-line ConditionalExpression: what is wide stays wide
    width === 'wide' && writing.widths.held(node) === 'narrow'
      ? terms.plain`${value}::${words.types.wide}`
      : value;
  const factor = scale / plan.of(node).scale;
  // Stryker disable next-line ConditionalExpression: once a figure is the figure
  return factor === 1n ? sized : terms.plain`(${sized} * ${factor})`;
}

/** The number that a constant states, as a whole number of 1/scale. */
export function constantAt({ unit, text }: OfOperator<'constant'>, scale: bigint): bigint {
  const figure = constantOf(unit, text);
  const size = present(figure && sizeOf(figure), `the number ${text}`);
  return (size.numerator * scale) / size.denominator;
}

/** What was reckoned wide and is proved to be narrow is held narrow again. */
export function heldAs(writing: SqlWriting, index: number, value: Term): Term {
  const { widths, terms, words } = writing;
  return widths.reckoned(index) === 'wide' && widths.held(index) === 'narrow'
    ? terms.plain`${value}::${words.types.narrow}`
    : value;
}

export function numberTerm({ terms, words }: SqlWriting, number: bigint, width: SqlWidth): Term {
  return terms.constant(`(${number})::${words.types[width]}`);
}

/** The smallest or the largest of figures of which none is NULL, so that the engines' skipping of NULL is idle. */
export function extreme({ terms }: SqlWriting, which: 'LEAST' | 'GREATEST', a: Term, b: Term): Term {
  return terms.plain`${which}(${a}, ${b})`;
}
