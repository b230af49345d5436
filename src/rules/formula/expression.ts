import type { RoundingName } from '#kernel/rounding';
import type { Comparison, FigureRange, FormulaUnit, NodeName, RowRefusal } from '#rules/formula/node';

/** A node under construction; the compiler knows its unit, and the check knows it again. */
export interface Expr<U extends FormulaUnit = FormulaUnit> {
  readonly node: number;
  readonly unit: U;
}

/** Units of money, before and after rounding. */
type Money = 'fen' | 'exact';
type Addable = Money | 'rate' | 'count';
type Ordered = Money | 'rate' | 'count' | 'date';

/** An exception to a base: its name, when it applies, and what then holds. */
export interface Exception<U extends FormulaUnit> {
  readonly name: string;
  readonly when: Expr<'truth'>;
  readonly then: Expr<U>;
}

/** The rates of a scale, band by band; there is one threshold fewer, ascending. */
export interface Bands {
  readonly thresholds: readonly Expr<'fen'>[];
  readonly rates: readonly [Expr<'rate'>, ...Expr<'rate'>[]];
}

/** The operators, each citing what the builder was told to cite. A name makes the node explained by itself. */
export interface Operators {
  /** `limits`: the options of a choice, or the range of a figure. */
  input<U extends FormulaUnit>(
    field: string,
    unit: U,
    name: NodeName,
    limits?: readonly string[] | FigureRange,
  ): Expr<U>;
  constant<U extends FormulaUnit>(unit: U, text: string, name?: NodeName): Expr<U>;
  /** A pack value; where it is a table, `keys` gives the key of each of its axes. */
  value<U extends FormulaUnit>(
    value: string,
    unit: U,
    keys?: Readonly<Record<string, Expr<'choice'>>>,
    name?: NodeName,
    range?: FigureRange,
  ): Expr<U>;
  add<U extends Addable>(addends: readonly [Expr<U>, Expr<U>, ...Expr<U>[]], name?: NodeName): Expr<U>;
  subtract<U extends Money | 'count'>(from: Expr<U>, less: Expr<U>, name?: NodeName): Expr<U>;
  timesRate(amount: Expr<Money>, rate: Expr<'rate'>, name?: NodeName): Expr<'exact'>;
  /** An amount a number of times is an exact amount; a count a number of times is a count. */
  timesCount<U extends Money | 'count'>(
    times: Expr<U>,
    count: Expr<'count'>,
    name?: NodeName,
  ): Expr<U extends 'count' ? 'count' : 'exact'>;
  round(exact: Expr<'exact'>, rounding: RoundingName, name?: NodeName): Expr<'fen'>;
  min<U extends Ordered>(a: Expr<U>, b: Expr<U>, name?: NodeName): Expr<U>;
  max<U extends Ordered>(a: Expr<U>, b: Expr<U>, name?: NodeName): Expr<U>;
  clamp<U extends Ordered>(value: Expr<U>, low: Expr<U>, high: Expr<U>, name?: NodeName): Expr<U>;
  compare<U extends FormulaUnit>(a: Expr<U>, comparison: Comparison, b: Expr<U>): Expr<'truth'>;
  and(conditions: readonly [Expr<'truth'>, Expr<'truth'>, ...Expr<'truth'>[]]): Expr<'truth'>;
  or(conditions: readonly [Expr<'truth'>, Expr<'truth'>, ...Expr<'truth'>[]]): Expr<'truth'>;
  not(condition: Expr<'truth'>): Expr<'truth'>;
  if<U extends FormulaUnit>(
    condition: Expr<'truth'>,
    then: Expr<U>,
    otherwise: Expr<U>,
    name?: NodeName,
  ): Expr<U>;
  match<U extends FormulaUnit>(
    key: Expr<'choice'>,
    cases: Readonly<Record<string, Expr<U>>>,
    otherwise?: Expr<U>,
    name?: NodeName,
  ): Expr<U>;
  /** The value, for rows in which the condition holds; every other row is refused. */
  assert<U extends FormulaUnit>(condition: Expr<'truth'>, value: Expr<U>, refusal: RowRefusal): Expr<U>;
  /** `amount` × `times` ÷ `by`, rounded at once; `by` must be proved to be above zero. */
  mulDiv<U extends 'fen' | 'count'>(
    amount: Expr<'fen'>,
    times: Expr<U>,
    by: Expr<U>,
    rounding: RoundingName,
    name?: NodeName,
  ): Expr<'fen'>;
  /** What lies between `from` and `to` of a scale, each band at its own rate. */
  marginal(from: Expr<'fen'>, to: Expr<'fen'>, bands: Bands, name?: NodeName): Expr<'exact'>;
  daysBetween(from: Expr<'date'>, to: Expr<'date'>, name?: NodeName): Expr<'count'>;
  fullYears(from: Expr<'date'>, to: Expr<'date'>, name?: NodeName): Expr<'count'>;
  /** What the person's earlier rows of the year add up to, of `amount`. */
  running(total: string, amount: Expr<'fen'>, name?: NodeName): Expr<'fen'>;
  exceptions<U extends FormulaUnit>(
    base: Expr<U>,
    exceptions: readonly [Exception<U>, ...Exception<U>[]],
    name?: NodeName,
  ): Expr<U>;
}
