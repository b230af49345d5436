import { absolute, add, isAtMost, subtract } from '#domain/disclosure/interval';
import { assert } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import type { Decimal } from '#kernel/decimal-text';
import { rational, rationalFromDecimal, type Rational } from '#kernel/rational';
import type { RawStatementForm } from '#rules/pack/raw-statement';

/** One column of another body's statement: printed figures by line of the form, all in one unit. */
export interface PrintedColumn {
  readonly form: RawStatementForm;
  readonly column: string;
  /** Whether the figures are whole fen; otherwise each may be off by half its last digit. */
  readonly isExact: boolean;
  readonly figures: ReadonlyMap<string, Decimal>;
}

/** A sum between printed lines, and whether it holds. */
export interface PrintedCheck {
  readonly column: string;
  /** The line that the others must add up to. */
  readonly line: string;
  readonly name: Bilingual;
  /** `within_rounding`: off by no more than half a last digit of each figure. */
  readonly status: 'exact' | 'within_rounding' | 'broken' | 'not_checked';
  /** Printed total less printed parts, in the unit of the page. */
  readonly difference: Rational | null;
  /** Lines not printed on the page; without them the sum is not judged. */
  readonly missing: readonly string[];
}

interface Relation {
  readonly name: Bilingual;
  readonly line: string;
  readonly plus: readonly string[];
  readonly less: readonly string[];
}

/**
 * Checks a column of another's statement by the sums, equations and balance of its form (NAT-28.10), as far as its
 * figures are rounded; the rule for rounding is that of published figures (`domain/disclosure`).
 */
export function checkPrinted({ form, column, isExact, figures }: PrintedColumn): readonly PrintedCheck[] {
  return relationsOf(form).map(({ name, line, plus, less }) => {
    const missing = [line, ...plus, ...less].filter((id) => !figures.has(id));
    if (missing.length > 0)
      return { column, line, name, status: 'not_checked' as const, difference: null, missing };
    const valueOf = (id: string): Rational => rationalFromDecimal(figureOf(figures, id));
    const sum = less.reduce(
      (total, id) => subtract(total, valueOf(id)),
      plus.reduce((total, id) => add(total, valueOf(id)), rational(0n)),
    );
    const difference = subtract(valueOf(line), sum);
    const tolerance = (isExact ? [] : [line, ...plus, ...less])
      .map((id) => rational(1n, 2n * 10n ** BigInt(figureOf(figures, id).scale)))
      .reduce(add, rational(0n));
    return { column, line, name, status: statusOf(difference, tolerance), difference, missing };
  });
}

function figureOf(figures: ReadonlyMap<string, Decimal>, id: string): Decimal {
  const figure = figures.get(id);
  assert(figure !== undefined, `the line ${id} is printed`);
  return figure;
}

function statusOf(difference: Rational, tolerance: Rational): PrintedCheck['status'] {
  if (difference.numerator === 0n) return 'exact';
  return isAtMost(absolute(difference), tolerance) ? 'within_rounding' : 'broken';
}

function relationsOf(form: RawStatementForm): readonly Relation[] {
  const nameOf = (id: string): Bilingual =>
    form.lines.find((line) => line.id === id)?.name ?? { zh: id, en: id };
  const sums = form.lines.flatMap(({ id, sum, less = [] }) =>
    sum === undefined ? [] : [{ name: nameOf(id), line: id, plus: sum, less }],
  );
  const equations = (form.equations ?? []).map(({ name, line, plus, less = [] }) => ({
    name,
    line,
    plus,
    less,
  }));
  const [left, right] = form.balances ?? [];
  if (left === undefined || right === undefined) return [...sums, ...equations];
  const name = {
    zh: `${nameOf(left).zh} = ${nameOf(right).zh}`,
    en: `${nameOf(left).en} = ${nameOf(right).en}`,
  };
  return [...sums, ...equations, { name, line: left, plus: [right], less: [] }];
}
