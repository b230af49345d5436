import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { createOperators } from '#rules/formula/build-operators';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Formula, FormulaNode, FormulaUnit, NodeName } from '#rules/formula/node';
import type { ValueShape } from '#rules/formula/value-shape';

/** Values that random formulas take; an invented place's figures fill them. */
export const RANDOM_SHAPES: Readonly<Record<string, ValueShape>> = {
  share: { unit: 'rate', axes: [] },
  limit: { unit: 'fen', axes: [] },
  months: { unit: 'count', axes: [] },
  mode: { unit: 'choice', axes: [], options: ['south', 'north', 'west'] },
  fee: {
    unit: 'fen',
    axes: [
      { name: 'side', members: ['north', 'south', 'west'] },
      { name: 'size', members: ['big', 'small'] },
    ],
  },
};

export const RANDOM_OPTIONS = { side: ['north', 'south', 'west'], size: ['big', 'small'] } as const;

const OWN_RANGE = { atLeast: '0.00', atMost: '90000000000000.00' };
const AT_LEAST_ONE = { atLeast: '0.01', atMost: '100000.00' };

/**
 * A formula from a list of numbers, each of which chooses an operator or an argument: any list gives one, and a
 * shorter list a smaller one. What a check would refuse is avoided; nothing is written that a builder could not.
 */
export function formulaOf(tape: readonly number[]): Formula {
  return new Writer(tape).write();
}

class Writer {
  readonly #nodes: FormulaNode[] = [];
  readonly #known = new Map<string, number>();
  readonly #tape: readonly number[];
  readonly #f: Operators;
  readonly #of: Record<FormulaUnit, Expr[]> = {
    fen: [],
    exact: [],
    rate: [],
    points: [],
    count: [],
    date: [],
    truth: [],
    choice: [],
  };
  #at = 0;
  #totals = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
    this.#f = createOperators({
      citation: { cite: ['C-1'], readings: [] },
      shapes: (value) => RANDOM_SHAPES[value],
      intern: (node) => this.#intern(node),
      optionsOf: (exprs) => {
        const options = exprs.flatMap(({ node, unit }) =>
          unit === 'choice' ? (this.#nodes[node]?.options ?? []) : [],
        );
        return options.length === 0 ? {} : { options: [...new Set(options)] };
      },
    });
  }

  write(): Formula {
    this.#sources();
    while (this.#at < this.#tape.length) this.#step();
    const f = this.#f;
    const most = f.constant('fen', '10000000.00');
    // What is given out fits a column, however far the amounts behind it go.
    f.clamp(this.#of.fen.at(-1) as Expr<'fen'>, f.subtract(f.constant('fen', '0.00'), most), most);
    const last = (['fen', 'count', 'truth', 'choice', 'date'] as const).map(
      (unit) => [unit, this.#of[unit].at(-1)?.node ?? 0] as const,
    );
    const outputs = Object.fromEntries(last);
    return { id: 'random', nodes: this.#nodes, outputs, claims: [] };
  }

  #intern<U extends FormulaUnit>(node: FormulaNode & { readonly unit: U }): Expr<U> {
    const key = canonicalJson(node as unknown as CanonicalValue);
    const index = this.#known.get(key) ?? this.#nodes.push(node) - 1;
    this.#known.set(key, index);
    const expr = { node: index, unit: node.unit };
    if (!this.#of[node.unit].some((each) => each.node === index)) this.#of[node.unit].push(expr);
    return expr;
  }

  #sources(): void {
    const f = this.#f;
    for (const field of ['a', 'b']) f.input(field, 'fen', name(field));
    f.input('vast', 'fen', name('vast'), OWN_RANGE);
    f.input('rate', 'rate', name('rate'));
    f.input('count', 'count', name('count'));
    for (const field of ['from', 'to']) f.input(field, 'date', name(field));
    for (const field of ['yes', 'no']) f.input(field, 'truth', name(field));
    const side = f.input('side', 'choice', name('side'), RANDOM_OPTIONS.side);
    const size = f.input('size', 'choice', name('size'), RANDOM_OPTIONS.size);
    f.value('share', 'rate');
    f.value('limit', 'fen');
    f.value('months', 'count');
    f.value('mode', 'choice');
    f.value('fee', 'fen', { side, size });
    f.constant('fen', '123.45');
    f.constant('rate', '33.333333%');
    f.constant('count', '2.5');
    f.constant('date', '2024-02-29');
    f.constant('choice', 'west');
    f.timesRate(this.#fen(), this.#take('rate'));
  }

  #next(): number {
    const number = this.#tape[this.#at] ?? 0;
    this.#at += 1;
    return number;
  }

  /** The last ones are taken as often as all the others, so that formulas grow deep. */
  #take<U extends FormulaUnit>(unit: U): Expr<U> {
    const among = this.#of[unit] as readonly Expr[] as readonly Expr<U>[];
    const number = this.#next();
    const index =
      number % 2 === 0 ? Math.max(0, among.length - 1 - (number % 5)) : (number >> 1) % among.length;
    const expr = among[index];
    if (expr === undefined) throw new Error(`no ${unit} to take`);
    return expr;
  }

  #fen(): Expr<'fen'> {
    return this.#take('fen');
  }

  #truth(): Expr<'truth'> {
    return this.#take('truth');
  }

  /** Amounts that a chain of products would carry beyond all bounds are brought back to a bill's size. */
  #small(): Expr<'fen'> {
    const f = this.#f;
    return f.clamp(this.#fen(), f.constant('fen', '0.00'), f.constant('fen', '10000000.00'));
  }

  #step(): void {
    const f = this.#f;
    const steps: readonly (() => unknown)[] = [
      () => f.add([this.#fen(), this.#fen(), this.#fen()]),
      () => f.subtract(this.#fen(), this.#fen()),
      () => f.subtract(this.#take('count'), f.constant('count', '1')),
      () => f.timesRate(this.#small(), this.#take('rate')),
      () => f.timesRate(f.subtract(this.#small(), this.#small()), this.#take('rate')),
      () => f.timesCount(this.#small(), this.#take('count')),
      () => f.round(this.#take('exact'), this.#next() % 2 === 0 ? 'half_up' : 'down'),
      () => this.#half(),
      () => f.min(this.#fen(), this.#fen()),
      () => f.max(this.#take('exact'), this.#take('exact')),
      () => f.min(this.#take('date'), this.#take('date')),
      () => f.clamp(this.#fen(), this.#fen(), this.#fen()),
      () => f.compare(this.#fen(), this.#comparison(), this.#fen()),
      () => f.compare(this.#take('exact'), this.#comparison(), this.#take('exact')),
      () => f.compare(this.#take('rate'), this.#comparison(), this.#take('rate')),
      () => f.compare(this.#take('choice'), 'equals', this.#take('choice')),
      () => f.and([this.#truth(), this.#truth()]),
      () => f.or([this.#truth(), f.not(this.#truth())]),
      () => f.if(this.#truth(), this.#fen(), this.#fen()),
      () => f.if(this.#truth(), this.#take('exact'), this.#take('exact')),
      () => f.if(this.#truth(), this.#take('choice'), this.#take('choice')),
      () => f.if(this.#truth(), this.#truth(), this.#truth()),
      () => this.#match(),
      () => f.assert(this.#truth(), this.#fen(), refusal),
      () => f.mulDiv(this.#small(), this.#small(), this.#divisor(), this.#rounding()),
      () =>
        f.mulDiv(
          f.subtract(this.#small(), this.#small()),
          this.#take('count'),
          f.constant('count', '12.5'),
          this.#rounding(),
        ),
      () => this.#marginal(),
      () => this.#marginal(),
      () => f.daysBetween(this.#take('date'), this.#take('date')),
      () => f.fullYears(this.#take('date'), this.#take('date')),
      () => this.#running(),
      () => this.#exceptions(),
    ];
    steps[this.#next() % steps.length]?.();
  }

  /** Half of a difference, which is a tie in every other row and below zero in as many. */
  #half(): Expr {
    const f = this.#f;
    const exact = f.timesCount(f.subtract(this.#fen(), this.#fen()), f.constant('count', '0.5'));
    return f.round(exact, this.#rounding());
  }

  #comparison(): 'below' | 'at_most' | 'equals' | 'at_least' | 'above' {
    return (['below', 'at_most', 'equals', 'at_least', 'above'] as const)[this.#next() % 5] ?? 'below';
  }

  #rounding(): 'half_up' | 'down' {
    return this.#next() % 2 === 0 ? 'half_up' : 'down';
  }

  #divisor(): Expr<'fen'> {
    const f = this.#f;
    if (this.#next() % 2 === 0) return f.max(this.#small(), f.constant('fen', '0.07'));
    return f.input('divisor', 'fen', name('divisor'), AT_LEAST_ONE);
  }

  #match(): Expr {
    const key = this.#take('choice');
    const [first = 'north', ...others] = this.#nodes[key.node]?.options ?? [];
    const cases: Record<string, Expr<'fen'>> = { [first]: this.#fen() };
    for (const option of others.slice(1)) cases[option] = this.#fen();
    return this.#f.match(key, cases, this.#fen());
  }

  #marginal(): Expr {
    const f = this.#f;
    const from = this.#small();
    const to = this.#next() % 2 === 0 ? f.add([from, this.#small()]) : this.#small();
    const thresholds =
      this.#next() % 2 === 0
        ? [f.constant('fen', '100.00'), f.constant('fen', '5000.00')]
        : [f.value('limit', 'fen'), f.constant('fen', '5000.00'), this.#small()];
    const share = f.value('share', 'rate');
    const rates = thresholds.map((_, at) => (at % 2 === 0 ? f.constant('rate', '12.5%') : share));
    return f.round(f.marginal(from, to, { thresholds, rates: [this.#take('rate'), ...rates] }), 'half_up');
  }

  #running(): Expr {
    this.#totals += 1;
    return this.#f.running(`total${this.#totals}`, this.#small());
  }

  /** Two exceptions of which one at most can hold. */
  #exceptions(): Expr {
    const f = this.#f;
    const [first, second, which] = [this.#truth(), this.#truth(), this.#truth()];
    return f.exceptions(this.#fen(), [
      { name: 'one', when: f.and([first, which]), then: this.#fen() },
      { name: 'two', when: f.and([second, f.not(which)]), then: this.#fen() },
    ]);
  }
}

function name(id: string): NodeName {
  return { name: id, label: { zh: id, en: id } };
}

const text = { zh: '不可', en: 'not allowed' };
const refusal = { code: 'not_allowed', field: 'a', what: text, next: text };
