import { present } from '#kernel/assert';
import type { Comparison, FormulaNode } from '#rules/formula/node';
import { nodeAt } from '#rules/targets/plan';
import { finest } from '#rules/targets/scale';
import type { Term } from '#rules/targets/sql-terms';
import { allValid, chosenValid, type SqlFigure } from '#rules/targets/sql-validity';
import {
  alignedTo,
  figureAt,
  heldAs,
  numberTerm,
  validOf,
  type SqlWriting,
  type Writing,
  type WritingOf,
} from '#rules/targets/sql-writing';

const SIGNS: Readonly<Record<Comparison, string>> = {
  below: '<',
  at_most: '<=',
  equals: '=',
  at_least: '>=',
  above: '>',
};

export function writeCompare(writing: SqlWriting, { node, index }: WritingOf<'compare'>): SqlFigure {
  const { terms, plan, widths } = writing;
  const [first = -1, second = -1] = node.args;
  const { unit, options } = nodeAt(plan, first);
  const scale = finest(node.args.map((arg) => plan.of(arg)));
  const side = (arg: number): Term =>
    unit === 'choice'
      ? positionIn(writing, arg, options)
      : alignedTo(writing, arg, scale, widths.reckoned(index));
  const value = terms.plain`(${side(first)} ${SIGNS[node.comparison]} ${side(second)})`;
  return { value, valid: validOf(writing, node.args) };
}

/** No truth is ever NULL here, so that the engines' third value of logic does not come into it. */
export function writeLogic(writing: SqlWriting, node: FormulaNode, op: 'and' | 'or' | 'not'): SqlFigure {
  const { terms } = writing;
  const truths = node.args.map((arg) => figureAt(writing, arg).value);
  const valid = validOf(writing, node.args);
  if (op === 'not') return { value: terms.plain`(NOT ${present(truths[0], 'a truth')})`, valid };
  return { value: terms.joined(op === 'and' ? 'AND' : 'OR', truths), valid };
}

/** Conditions in order with what each chooses, and what is left for the rest. */
interface Choosing {
  readonly cases: readonly { readonly when: Term; readonly node: number }[];
  readonly otherwise: number;
}

export function writeIf(writing: SqlWriting, each: WritingOf<'if'>): SqlFigure {
  const [condition = -1, then = -1, otherwise = -1] = each.node.args;
  const when = figureAt(writing, condition).value;
  return chosen(writing, each, [condition], { cases: [{ when, node: then }], otherwise });
}

export function writeMatch(writing: SqlWriting, each: WritingOf<'match'>): SqlFigure {
  const { node } = each;
  const { terms, plan } = writing;
  const [key = -1, ...results] = node.args;
  const { value } = figureAt(writing, key);
  const options = present(nodeAt(plan, key).options, 'a closed list');
  const cases = node.cases.map((name, at) => ({
    when: terms.plain`(${value} = ${BigInt(options.indexOf(name))})`,
    node: present(results[at], name),
  }));
  // Without a rest all options have a case: the last one needs no question.
  // Stryker disable next-line MethodExpression: asked or not, the last one is left
  const kept = node.otherwise ? cases : cases.slice(0, -1);
  return chosen(writing, each, [key], { cases: kept, otherwise: present(results.at(-1), 'a result') });
}

/** The checks let no formula through of whose exceptions two can apply at once. */
export function writeExceptions(writing: SqlWriting, each: WritingOf<'exceptions'>): SqlFigure {
  const [base = -1, ...pairs] = each.node.args;
  const conditions = pairs.filter((_, at) => at % 2 === 0);
  const truths = conditions.map((condition) => figureAt(writing, condition).value);
  const cases = truths.map((when, at) => ({ when, node: present(pairs[2 * at + 1], 'a result') }));
  return chosen(writing, each, conditions, { cases, otherwise: base });
}

export function writeAssert(writing: SqlWriting, { node, index }: WritingOf<'assert'>): SqlFigure {
  const [condition = -1, result = -1] = node.args;
  const holds = figureAt(writing, condition).value;
  return {
    value: heldAs(writing, index, branch(writing, { node, index }, result)),
    valid: allValid(writing.terms, [validOf(writing, node.args), [holds.term]]),
  };
}

/** What is chosen, and whether it is a figure: of the results that of the branch taken alone. */
function chosen(
  writing: SqlWriting,
  each: Writing,
  needed: readonly number[],
  { cases, otherwise }: Choosing,
): SqlFigure {
  const { terms } = writing;
  const nodes = [...cases.map(({ node }) => node), otherwise];
  const choose = (results: readonly Term[]): Term =>
    terms.chosen(
      cases.map(({ when }) => when),
      results,
      present(results.at(-1), 'a result'),
    );
  return {
    value: heldAs(writing, each.index, choose(nodes.map((node) => branch(writing, each, node)))),
    valid: chosenValid(
      terms,
      validOf(writing, needed),
      nodes.map((node) => figureAt(writing, node).valid),
      choose,
    ),
  };
}

/** A result as the node that chooses it holds it. */
function branch(writing: SqlWriting, { node, index }: Writing, result: number): Term {
  if (node.unit === 'choice') return positionIn(writing, result, node.options);
  return alignedTo(writing, result, writing.plan.of(index).scale, writing.widths.reckoned(index));
}

/** A choice as its position in another list of options; -1 where the list does not have it. */
function positionIn(writing: SqlWriting, node: number, list: FormulaNode['options']): Term {
  const { terms, plan } = writing;
  const { value } = figureAt(writing, node);
  const [own, wanted] = [nodeAt(plan, node).options, list].map((options) =>
    present(options, 'a closed list'),
  );
  const positions = present(own, 'options').map((option) =>
    BigInt(present(wanted, 'options').indexOf(option)),
  );
  // Stryker disable next-line ConditionalExpression,EqualityOperator,ArrowFunction: asked one by one each stands for itself
  if (positions.every((position, at) => position === BigInt(at))) return value;
  const first = present(positions[0], 'a choice has options');
  // Stryker disable next-line ConditionalExpression,EqualityOperator,ArrowFunction: asked one by one each is the first
  if (positions.every((position) => position === first)) return numberTerm(writing, first, 'narrow');
  const cases = positions.map((position, at) => `WHEN ${at} THEN ${position}`).join(' ');
  return terms.plain`(CASE ${value} ${cases} END)::BIGINT`;
}
