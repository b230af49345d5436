import { present } from '#kernel/assert';
import { floorToInteger, rational, type Rational } from '#kernel/rational';
import { dateOfDays } from '#rules/formula/day-number';
import { constantOf } from '#rules/formula/figure';
import type { FormulaNode } from '#rules/formula/node';
import { givenRange, type Interval } from '#rules/formula/unit-ranges';
import { sizeOf } from '#rules/targets/plan';
import type { SqlCells } from '#rules/targets/sql-columns';
import type { Term } from '#rules/targets/sql-terms';
import { allValid, ALWAYS, asTerm, type SqlFigure } from '#rules/targets/sql-validity';
import { isSized } from '#rules/targets/sql-units';
import {
  constantAt,
  figureAt,
  numberTerm,
  validOf,
  type SqlWriting,
  type Writing,
  type WritingOf,
} from '#rules/targets/sql-writing';

/** A fact of the row: none where it is NULL, outside its range or none of the options. */
export function writeInput(writing: SqlWriting, { node, index }: WritingOf<'input'>): SqlFigure {
  const field = writing.columns.fields.find((each) => each.field === node.field);
  const given = writing.terms.source(present(field, node.field).column);
  return within(writing, { node, index }, given, givenRange(node));
}

/** A pack value: the cell, or that of the table's cells that the keys choose. */
export function writeCell(writing: SqlWriting, { node, index }: WritingOf<'value' | 'lookup'>): SqlFigure {
  const { terms } = writing;
  const cells = present(
    writing.columns.cells.find((each) => each.node === index),
    node.value,
  );
  const column = terms.source(cells.column);
  const cell =
    cells.keys.length === 0 ? column : terms.cell`${column}[${positionOf(writing, node, cells)} + 1]`;
  const found = within(writing, { node, index }, cell, givenRange(node));
  return { ...found, valid: allValid(terms, [validOf(writing, node.args), found.valid]) };
}

/** Where in its table a cell lies: the last key runs fastest, and a key of one option makes no difference. */
function positionOf(writing: SqlWriting, { args }: FormulaNode, { keys }: SqlCells): Term {
  const { terms } = writing;
  const steps = args.flatMap((key, at) => {
    const stride = BigInt(sizeOf(keys.slice(at + 1)));
    const { value } = figureAt(writing, key);
    // Stryker disable next-line ConditionalExpression: the only option is the first, at nothing
    if (keys[at]?.length === 1) return [];
    // Stryker disable next-line ConditionalExpression: once a position is a position
    return [stride === 1n ? value : terms.plain`(${value} * ${stride})`];
  });
  return steps.length === 0 ? terms.constant('0') : terms.joined('+', steps);
}

export function writeConstant(writing: SqlWriting, { node, index }: WritingOf<'constant'>): SqlFigure {
  const { terms, plan, widths } = writing;
  const figure = present(constantOf(node.unit, node.text), node.text);
  const value = (): Term => {
    if (figure.unit === 'truth') return terms.constant(figure.holds ? 'TRUE' : 'FALSE');
    if (figure.unit === 'choice') return numberTerm(writing, 0n, 'narrow');
    if (figure.unit === 'date') return terms.constant(`DATE '${figure.date}'`);
    return numberTerm(writing, constantAt(node, plan.of(index).scale), widths.held(index));
  };
  return { value: value(), valid: ALWAYS };
}

/** The total of the person's earlier rows of the year. One of them whose amount is not known leaves it unknown. */
export function writeRunning(writing: SqlWriting, { node, index }: WritingOf<'running'>): SqlFigure {
  const { terms, words, widths } = writing;
  const type = words.types[widths.held(index)];
  if (writing.totals === 'given') {
    const found = writing.columns.totals.find(({ total }) => total === node.total);
    const given = terms.source(present(found, node.total).column);
    return within(writing, { node, index }, given, writing.plan.of(index).range);
  }
  const { value, valid } = figureAt(writing, present(node.args[0], 'what is added up'));
  // Of earlier rows that are not known something is added too, and does not matter: the total is not known then.
  const total = terms.window`coalesce(sum(${value}) OVER earlier, 0)::${type}`;
  // Stryker disable next-line ConditionalExpression: of what is always known no row is not known
  if (valid.length === 0) return { value: total, valid: ALWAYS };
  const isKnown = asTerm(terms, valid);
  const areKnown = terms.window`(count(*) FILTER (WHERE NOT ${isKnown}) OVER earlier = 0)`;
  return { value: total, valid: [areKnown.term] };
}

/** A given figure within its range; elsewhere the least that it may be stands in, so that nothing overflows. */
function within(
  writing: SqlWriting,
  { node, index }: Writing,
  given: Term,
  range: Interval | undefined,
): SqlFigure {
  const { terms, plan, widths } = writing;
  const isWide = isSized(node) && widths.held(index) === 'wide';
  if (node.unit === 'truth') {
    return {
      value: terms.plain`coalesce(${given}, FALSE)`,
      valid: [terms.plain`(${given} IS NOT NULL)`.term],
    };
  }
  const [low, high] = limits(node, plan.of(index).scale, range);
  const isWithin = terms.plain`(${given} BETWEEN ${low} AND ${high})`;
  const value = terms.plain`(CASE WHEN ${isWithin} THEN ${given} ELSE ${low} END)`;
  return {
    value: isWide ? terms.plain`${value}::${writing.words.types.wide}` : value,
    valid: [terms.plain`coalesce(${isWithin}, FALSE)`.term],
  };
}

/** The ends of a range as they are written: whole numbers, options' positions or days. */
function limits(
  { unit, options }: Pick<Writing['node'], 'unit' | 'options'>,
  scale: bigint,
  range: Interval | undefined,
): readonly [string, string] {
  if (unit === 'choice') return ['0', `${present(options, 'a closed list').length - 1}`];
  const { low, high } = present(range, `a range of ${unit}`);
  // Inwards: a figure that is a whole number of 1/scale lies within the range where it lies within these.
  const [least, most] = [-floorToInteger(times(low, -scale)), floorToInteger(times(high, scale))];
  return unit === 'date' ? [dayText(least), dayText(most)] : [`${least}`, `${most}`];
}

function times({ numerator, denominator }: Rational, factor: bigint): Rational {
  return rational(numerator * factor, denominator);
}

function dayText(day: bigint): string {
  return `DATE '${dateOfDays(Number(day))}'`;
}
