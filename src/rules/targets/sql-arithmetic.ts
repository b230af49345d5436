import type { FormulaNode } from '#rules/formula/node';
import { nodeAt } from '#rules/targets/plan';
import { finest } from '#rules/targets/scale';
import type { SqlWidth } from '#rules/targets/sql-dialect';
import type { Term } from '#rules/targets/sql-terms';
import { allValid, type SqlFigure } from '#rules/targets/sql-validity';
import {
  alignedTo,
  extreme,
  figureAt,
  heldAs,
  numberTerm,
  validOf,
  type SqlWriting,
  type Writing,
  type WritingOf,
} from '#rules/targets/sql-writing';

/** Sums, differences, products, and the smaller, larger or bounded of figures: all arguments are needed. */
export function writeArithmetic(
  writing: SqlWriting,
  { node, index }: Writing,
  op: 'add' | 'subtract' | 'timesRate' | 'timesCount' | 'min' | 'max' | 'clamp',
): SqlFigure {
  const { terms, widths } = writing;
  const width = widths.reckoned(index);
  const isProduct = op === 'timesRate' || op === 'timesCount';
  // The scale of a product is the product of the scales: its factors stay as they are.
  const args = node.args.map((arg) => {
    const { scale } = writing.plan.of(isProduct ? arg : index);
    return alignedTo(writing, arg, scale, width);
  });
  const [a = missing(), b = missing(), c = a] = args;
  const reckoned = (): Term => {
    switch (op) {
      case 'add':
        return terms.joined('+', args);
      case 'subtract':
        return terms.plain`(${a} - ${b})`;
      case 'timesRate':
      case 'timesCount':
        return terms.plain`(${a} * ${b})`;
      case 'min':
        return extreme(writing, 'LEAST', a, b);
      // Stryker disable next-line ConditionalExpression: bounded by the other below and itself above it is the larger
      case 'max':
        return extreme(writing, 'GREATEST', a, b);
      case 'clamp':
        // Where the bounds cross, the lower one holds for what lies below it.
        return terms.plain`(CASE WHEN ${a} < ${b} THEN ${b} ELSE ${extreme(writing, 'LEAST', a, c)} END)`;
    }
  };
  return { value: heldAs(writing, index, reckoned()), valid: validOf(writing, node.args) };
}

export function writeRound(writing: SqlWriting, { node, index }: WritingOf<'round'>): SqlFigure {
  const { plan, widths, terms } = writing;
  const [arg = -1] = node.args;
  const { scale } = plan.of(arg);
  const width = widths.reckoned(index);
  const exact = alignedTo(writing, arg, scale, width);
  const valid = validOf(writing, node.args);
  const half = node.rounding === 'half_up' ? scale / 2n : 0n;
  const isNotNegative = plan.of(arg).isNotNegative;
  // Below zero a tie goes away from zero too: one step less reaches the next number down there, and only there.
  const towards =
    // Stryker disable next-line ConditionalExpression: nothing is added to nothing
    half === 0n
      ? exact
      : isNotNegative
        ? terms.plain`(${exact} + ${half})`
        : terms.plain`(${exact} + (CASE WHEN ${exact} < 0 THEN ${half - 1n} ELSE ${half} END))`;
  const steps = isNotNegative ? 0n : widths.sizeOf(arg, scale) / scale + 2n;
  return { value: heldAs(writing, index, floorQuotient(writing, width, towards, scale, steps)), valid };
}

/** The floor of a quotient: engines cut towards zero, so the dividend is lifted above zero by whole steps. */
function floorQuotient(
  { terms, words }: SqlWriting,
  width: SqlWidth,
  dividend: Term,
  divisor: bigint,
  steps: bigint,
): Term {
  const [before, between, after] = words.quotient[width];
  const quotient = (of: Term): Term => terms.plain`${before}${of}${between}${divisor}${after}`;
  // Stryker disable next-line ConditionalExpression: no steps up and none down
  if (steps === 0n) return quotient(dividend);
  return terms.plain`(${quotient(terms.plain`(${dividend} + ${steps * divisor})`)} - ${steps})`;
}

/** An amount × one figure ÷ another, rounded once. The divisor is proved above zero for every row accepted. */
export function writeMulDiv(writing: SqlWriting, { node, index }: WritingOf<'mulDiv'>): SqlFigure {
  const { plan, widths, terms, words } = writing;
  const [amount = -1, times = -1, by = -1] = node.args;
  const width = widths.reckoned(index);
  const scale = finest([plan.of(times), plan.of(by)]);
  const product = terms.plain`(${alignedTo(writing, amount, 1n, width)} * ${alignedTo(writing, times, scale, width)})`;
  // A row that is refused may hold another divisor, and must not end the statement.
  const divisor = extreme(
    writing,
    'GREATEST',
    alignedTo(writing, by, scale, width),
    numberTerm(writing, 1n, width),
  );
  const [before, between, after] = words.quotient[width];
  const rounded = (of: Term, isBelow: boolean): Term => {
    const up =
      node.rounding === 'half_up'
        ? terms.plain`(2 * ${of} + ${divisor})`
        : isBelow
          ? terms.plain`(${of} + ${divisor} - 1)`
          : of;
    const whole = node.rounding === 'half_up' ? terms.plain`(2 * ${divisor})` : divisor;
    return terms.plain`${before}${up}${between}${whole}${after}`;
  };
  const isNotNegative = plan.of(amount).isNotNegative && plan.of(times).isNotNegative;
  const value = isNotNegative
    ? rounded(product, false)
    : terms.plain`(CASE WHEN ${product} < 0 THEN -${rounded(terms.plain`(-${product})`, true)} ELSE ${rounded(product, false)} END)`;
  return { value: heldAs(writing, index, value), valid: validOf(writing, node.args) };
}

/** Σ rate × what of the stretch lies in its band. Thresholds that do not ascend refuse the row. */
export function writeMarginal(writing: SqlWriting, { node, index }: WritingOf<'marginal'>): SqlFigure {
  const { plan, widths, terms } = writing;
  const width = widths.reckoned(index);
  const { scale } = plan.of(index);
  const [from = missing(), to = missing(), ...thresholds] = node.args
    .slice(0, 1 + node.bands)
    .map((arg) => alignedTo(writing, arg, 1n, width));
  const shares = node.args.slice(1 + node.bands).map((rate, band) => {
    const [low, high] = [thresholds[band - 1], thresholds[band]];
    const begin = low === undefined ? from : extreme(writing, 'GREATEST', from, low);
    const end = high === undefined ? to : extreme(writing, 'LEAST', to, high);
    const stretch = extreme(
      writing,
      'GREATEST',
      terms.plain`(${end} - ${begin})`,
      numberTerm(writing, 0n, width),
    );
    return terms.plain`(${stretch} * ${alignedTo(writing, rate, scale, width)})`;
  });
  const sum = terms.joined('+', shares);
  const steps = thresholds.slice(1).map((high, at) => terms.plain`(${thresholds[at] ?? high} <= ${high})`);
  const valid = validOf(writing, node.args);
  const isConstant = node.args.slice(2, 1 + node.bands).every((arg) => nodeAt(plan, arg).op === 'constant');
  if (steps.length === 0 || isConstant) return { value: heldAs(writing, index, sum), valid };
  const ascends = terms.joined('AND', steps);
  const value = terms.plain`(CASE WHEN ${ascends} THEN ${sum} ELSE 0 END)`;
  return { value: heldAs(writing, index, value), valid: allValid(terms, [valid, [ascends.term]]) };
}

export function writeDates(
  writing: SqlWriting,
  node: FormulaNode,
  op: 'daysBetween' | 'fullYears',
): SqlFigure {
  const { terms, words } = writing;
  const [from = missing(), to = missing()] = node.args.map((arg) => figureAt(writing, arg).value);
  const valid = validOf(writing, node.args);
  if (op === 'daysBetween') return { value: terms.plain`(${to} - ${from})::BIGINT`, valid };
  /** A date as the number 20240229, whose difference in ten thousands is the number of full years. */
  const digits = (date: Term): Term => {
    const part = (name: 'year' | 'month' | 'day'): Term => {
      const [before, after] = words.datePart(name);
      return terms.plain`${before}${date}${after}`;
    };
    return terms.plain`(${part('year')} * 10000 + ${part('month')} * 100 + ${part('day')})`;
  };
  const apart = terms.plain`(${digits(to)} - ${digits(from)})`;
  return { value: floorQuotient(writing, 'narrow', apart, 10_000n, 10_000n), valid };
}

// Stryker disable next-line BlockStatement: the checks give every operator its arguments
function missing(): never {
  throw new RangeError('an operator has all of its arguments');
}
