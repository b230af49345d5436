import fc from 'fast-check';
import { allow, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import { createFormulaBuilder } from '#rules/formula/builder';
import { dateOfDays } from '#rules/formula/day-number';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Comparison, Formula, FormulaUnit, NodeName } from '#rules/formula/node';
import type { ValueShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import type { FormulaRow } from '#rules/targets/oracle';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** Values of an invented place that random graphs read. */
const SHAPES: Readonly<Record<string, ValueShape>> = {
  share: { unit: 'rate', axes: [] },
  deductible: { unit: 'fen', axes: [{ name: 'level', members: ['low', 'mid', 'high'] }] },
  first_tier: { unit: 'fen', axes: [] },
  second_tier: { unit: 'fen', axes: [] },
};

const name = (id: string): NodeName => ({ name: id, label: { zh: id, en: id } });

/** Gives out numbers that a random stream decides; zero once it is empty, so that shrinking makes graphs small. */
class Draw {
  readonly #stream: readonly number[];
  #at = 0;

  constructor(stream: readonly number[]) {
    this.#stream = stream;
  }

  get isEmpty(): boolean {
    return this.#at >= this.#stream.length;
  }

  below(count: number): number {
    const drawn = this.#stream[this.#at] ?? 0;
    this.#at += 1;
    return drawn % count;
  }

  one<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  }
}

type Pools = { readonly [U in FormulaUnit]: Expr<U>[] };

/** A random formula over invented inputs and values, with up to `outputs` outputs; every operator comes up. */
function graphOf(stream: readonly number[], outputs = 3): Decision<Formula> {
  const draw = new Draw(stream);
  const builder = createFormulaBuilder('random', (value) => SHAPES[value]);
  const f = builder.citing({ cite: ['C-1'], readings: [] });
  const pools = startingPools(f);
  let step = 0;
  while (!draw.isEmpty) {
    grow(f, pools, draw, `step${step}`);
    step += 1;
  }
  for (let index = 0; index < outputs; index += 1) {
    builder.output(
      `out${index}`,
      f.add([latest(pools.fen, index), f.constant('fen', '0.00')], name(`out${index}`)),
    );
  }
  return builder.build();
}

function latest<U extends FormulaUnit>(pool: readonly Expr<U>[], back: number): Expr<U> {
  return pool[Math.max(0, pool.length - 1 - back)] as Expr<U>;
}

function startingPools(f: Operators): Pools {
  const level = f.input('level', 'choice', name('level'), ['low', 'mid', 'high']);
  const cost = f.input('cost', 'fen', name('cost'));
  const small = f.input('small', 'fen', name('small'), { atLeast: '0.00', atMost: '0.05' });
  const positive = f.input('positive', 'fen', name('positive'), { atLeast: '1.00', atMost: '500.00' });
  const share = f.value('share', 'rate');
  return {
    fen: [
      f.constant('fen', '0.00'),
      cost,
      small,
      positive,
      f.subtract(small, positive),
      f.constant('fen', '300.00'),
      f.value('deductible', 'fen', { level }),
      f.value('first_tier', 'fen'),
    ],
    exact: [f.timesRate(cost, share)],
    rate: [share, f.add([share, share]), f.input('part', 'rate', name('part')), f.constant('rate', '100%')],
    points: [],
    count: [
      f.input('days', 'count', name('days')),
      f.input('months', 'count', name('months'), { atLeast: '1', atMost: '12' }),
      f.constant('count', '2'),
    ],
    date: [
      f.input('born', 'date', name('born')),
      f.input('on', 'date', name('on')),
      f.input('recent', 'date', name('recent'), { atLeast: '2023-02-27', atMost: '2025-03-02' }),
      f.constant('date', '2024-02-29'),
    ],
    truth: [f.input('aided', 'truth', name('aided'))],
    choice: [level],
  };
}

const COMPARISONS: readonly Comparison[] = ['below', 'at_most', 'equals', 'at_least', 'above'];

type Growth = (f: Operators, pools: Pools, draw: Draw, id: string) => void;

/** Half of what is taken was made last, so that graphs grow deep and not only wide. */
const pick = <U extends FormulaUnit>(pools: Pools, unit: U, draw: Draw): Expr<U> => {
  const pool: readonly Expr<U>[] = pools[unit];
  return draw.one(draw.below(2) === 0 ? pool : pool.slice(-4));
};

/** Units of figures that most operators take alike. */
const SIZED = ['fen', 'exact', 'count', 'rate'] as const;

const GROWTHS: readonly Growth[] = [
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'fen', 'exact', 'count'] as const);
    const [a, b] = [pick(pools, unit, draw), pick(pools, unit, draw)];
    put(pools, draw.below(2) === 0 ? f.add([a, b]) : f.add([a, b, pick(pools, unit, draw)]));
  },
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'fen', 'exact', 'count'] as const);
    put(pools, f.subtract(pick(pools, unit, draw), pick(pools, unit, draw)));
  },
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'exact'] as const);
    put(pools, f.timesRate(pick(pools, unit, draw), pick(pools, 'rate', draw)));
  },
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'exact', 'count'] as const);
    put(pools, f.timesCount<'fen' | 'exact' | 'count'>(pick(pools, unit, draw), pick(pools, 'count', draw)));
  },
  (f, pools, draw) => put(pools, f.round(pick(pools, 'exact', draw), draw.one(['half_up', 'down'] as const))),
  (f, pools, draw) => put(pools, f.round(pick(pools, 'exact', draw), draw.one(['half_up', 'down'] as const))),
  (f, pools, draw) => {
    const unit = draw.one([...SIZED, 'date'] as const);
    const [a, b] = [pick(pools, unit, draw), pick(pools, unit, draw)];
    put(pools, draw.below(2) === 0 ? f.min<Held>(a, b) : f.max<Held>(a, b));
  },
  (f, pools, draw) => {
    const unit = draw.one([...SIZED, 'date'] as const);
    put(pools, f.clamp<Held>(pick(pools, unit, draw), pick(pools, unit, draw), pick(pools, unit, draw)));
  },
  (f, pools, draw) => {
    const unit = draw.one([...SIZED, 'date', 'choice', 'truth'] as const);
    const hasOrder = unit !== 'choice' && unit !== 'truth';
    const comparison = hasOrder ? draw.one(COMPARISONS) : 'equals';
    put(pools, f.compare<FormulaUnit>(pick(pools, unit, draw), comparison, pick(pools, unit, draw)));
  },
  (f, pools, draw) => {
    const [a, b] = [pick(pools, 'truth', draw), pick(pools, 'truth', draw)];
    put(pools, draw.one([f.and([a, b]), f.or([a, b]), f.not(a)]));
  },
  (f, pools, draw) => {
    const unit = draw.one([...SIZED, 'date', 'truth', 'choice'] as const);
    const condition = pick(pools, 'truth', draw);
    put(pools, f.if<FormulaUnit>(condition, pick(pools, unit, draw), pick(pools, unit, draw)));
  },
  // A figure held by its own condition, as rules write a floor.
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'count'] as const);
    const [a, b, c] = [pick(pools, unit, draw), pick(pools, unit, draw), pick(pools, unit, draw)];
    const compared = f.compare<'fen' | 'count'>(a, draw.one(COMPARISONS), b);
    const other = pick(pools, 'truth', draw);
    const condition = draw.one([
      compared,
      f.not(compared),
      f.and([compared, other]),
      f.or([compared, other]),
      f.not(f.or([other, compared])),
    ]);
    const [then, otherwise] = draw.below(2) === 0 ? [a, c] : [c, a];
    put(pools, f.if<'fen' | 'count'>(condition, then, otherwise));
  },
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'rate'] as const);
    const cases = Object.fromEntries(
      ['low', 'mid', 'high'].map((option) => [option, pick(pools, unit, draw)] as const),
    );
    put(pools, f.match<'fen' | 'rate'>(pools.choice[0] as Expr<'choice'>, cases));
  },
  (f, pools, draw, id) => {
    const [a, b] = [pick(pools, 'fen', draw), pick(pools, 'fen', draw)];
    const text = { zh: id, en: id };
    const refusal = { code: 'asserted', field: id, what: text, next: text };
    put(pools, f.assert(f.compare(a, draw.one(COMPARISONS), b), draw.one([a, b]), refusal));
  },
  (f, pools, draw) => {
    const unit = draw.one(['fen', 'count'] as const);
    const by =
      unit === 'fen'
        ? f.max(pick(pools, 'fen', draw), f.constant('fen', '0.03'))
        : f.max(pick(pools, 'count', draw), f.constant('count', '7'));
    const times =
      draw.below(2) === 0 ? pick(pools, unit, draw) : f.min<'fen' | 'count'>(pick(pools, unit, draw), by);
    const rounding = draw.one(['half_up', 'down'] as const);
    put(pools, f.mulDiv<'fen' | 'count'>(pick(pools, 'fen', draw), times, by, rounding));
  },
  (f, pools, draw) => {
    const from = pick(pools, 'fen', draw);
    const to = draw.below(3) === 0 ? pick(pools, 'fen', draw) : f.add([from, pick(pools, 'fen', draw)]);
    const thresholds =
      draw.below(2) === 0
        ? [f.value('first_tier', 'fen'), f.value('second_tier', 'fen')]
        : [f.constant('fen', '0.10'), f.constant('fen', '250.00')];
    const [first, second, third] = [
      pick(pools, 'rate', draw),
      pick(pools, 'rate', draw),
      pick(pools, 'rate', draw),
    ];
    put(pools, f.marginal(from, to, { thresholds, rates: [first, second, third] }));
  },
  (f, pools, draw) => put(pools, f.daysBetween(pick(pools, 'date', draw), pick(pools, 'date', draw))),
  (f, pools, draw) => put(pools, f.fullYears(pick(pools, 'date', draw), pick(pools, 'date', draw))),
  (f, pools, draw, id) => put(pools, f.running(id, pick(pools, 'fen', draw))),
  (f, pools, draw) => {
    const [figure, point] = [pick(pools, 'fen', draw), draw.one(['0.02', '120.00', '300.00'])];
    const [low, high] = [
      f.compare(figure, 'below', f.constant('fen', point)),
      f.compare(figure, 'above', f.constant('fen', point)),
    ];
    put(
      pools,
      f.exceptions(pick(pools, 'fen', draw), [
        { name: 'low', when: low, then: pick(pools, 'fen', draw) },
        { name: 'high', when: high, then: pick(pools, 'fen', draw) },
      ]),
    );
  },
  // Two products of which one is made of more: what order proofs compare part by part.
  (f, pools, draw) => {
    const [less, more] = [pick(pools, 'fen', draw), pick(pools, 'fen', draw)];
    const [slower, faster] = [pick(pools, 'rate', draw), pick(pools, 'rate', draw)];
    const rounding = draw.one(['half_up', 'down'] as const);
    put(pools, f.round(f.timesRate(f.min(less, more), f.min(slower, faster)), rounding));
    put(pools, f.round(f.timesRate(more, faster), rounding));
  },
  // What a cap leaves of a further amount: the shape that cumulative limits take.
  (f, pools, draw) => {
    const [cap, before, more] = [
      pick(pools, 'fen', draw),
      pick(pools, 'fen', draw),
      pick(pools, 'fen', draw),
    ];
    const after = f.add([before, more]);
    const [low, high] = [pick(pools, 'fen', draw), pick(pools, 'fen', draw)];
    const hold = draw.one([
      (at: Expr<'fen'>) => f.min(cap, at),
      (at: Expr<'fen'>) => f.max(at, cap),
      (at: Expr<'fen'>) => f.clamp(at, low, high),
      (at: Expr<'fen'>) => f.clamp(at, f.constant('fen', '300.00'), f.constant('fen', '900.00')),
    ]);
    put(pools, f.subtract(hold(after), hold(before)));
    put(pools, f.min(f.subtract(after, cap), more));
  },
];

type Held = (typeof SIZED)[number] | 'date';

function grow(f: Operators, pools: Pools, draw: Draw, id: string): void {
  draw.one(GROWTHS)(f, pools, draw, id);
}

function put(pools: Pools, expr: Expr): void {
  (pools[expr.unit] as Expr[]).push(expr);
}

const FIGURES: readonly [string, Unit, readonly string[]][] = [
  ['value/share', 'rate', ['0%', '7.3%', '50%', '100%']],
  ['value/deductible/low', 'fen', ['0.00', '100.00', '300.01']],
  ['value/deductible/mid', 'fen', ['300.00']],
  ['value/deductible/high', 'fen', ['0.01', '800.00']],
  ['value/first_tier', 'fen', ['0.00', '120.00', '120.01']],
  ['value/second_tier', 'fen', ['120.01', '500.00']],
];

const vectorArbitrary: fc.Arbitrary<ValueVector> = fc
  .tuple(...FIGURES.map(([, , texts]) => fc.constantFrom(...texts)))
  .map((texts) => ({
    read: (value, members) => {
      const key = ['value', value, ...members].join('/');
      const at = FIGURES.findIndex(([each]) => each === key);
      const quantity = parseQuantity(FIGURES[at]?.[1] ?? 'fen', texts[at] ?? '');
      if (typeof quantity === 'string') throw new Error(`${key}: ${quantity}`);
      return allow({
        name: value,
        label: { zh: value, en: value },
        quantity,
        standing: 'stated',
        cite: ['V-1'],
      });
    },
  }));

const amount = (most: bigint): fc.Arbitrary<FormulaFigure> =>
  fc
    .oneof(
      fc.constantFrom(0n, 1n, 2n, most, 9n, 10n, 11n, 11_999n, 12_000n, 12_001n, 29_999n, 30_000n, 30_001n),
      fc.bigInt(0n, most),
    )
    .map((value) => ({ unit: 'fen', fen: fen(value > most ? most : value) }));

const date: fc.Arbitrary<FormulaFigure> = fc
  .oneof(
    fc.constantFrom([2024, 2, 29], [2023, 2, 28], [2023, 3, 1], [2025, 2, 28], [1900, 1, 1], [2199, 12, 31]),
    fc.tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    ),
  )
  .map(([year = 2024, month = 1, day = 1]) => ({ unit: 'date', date: plainDate(year, month, day) }));

const figureOfCount = (min: bigint, max: bigint): fc.Arbitrary<FormulaFigure> =>
  fc.bigInt(min, max).map((count) => ({ unit: 'count', count: rational(count) }));

/** 2023-02-27, the first day that `recent` may be. */
const RECENT = 19_415;

const INPUTS: Readonly<Record<string, fc.Arbitrary<FormulaFigure>>> = {
  cost: amount(1_000_000_000n),
  small: amount(5n),
  positive: amount(50_000n).map((figure) =>
    figure.unit === 'fen' && figure.fen < 100n ? { unit: 'fen', fen: fen(100n) } : figure,
  ),
  part: fc.bigInt(0n, 10_000n).map((part) => ({ unit: 'rate', rate: rate(rational(part, 10_000n)) })),
  days: figureOfCount(0n, 10_000n),
  months: figureOfCount(1n, 12n),
  born: date,
  on: date,
  recent: fc
    .oneof(fc.constantFrom(0, 1, 2, 366, 367, 368, 369, 734), fc.integer({ min: 0, max: 734 }))
    .map((days) => ({ unit: 'date', date: dateOfDays(RECENT + days) })),
  aided: fc.boolean().map((holds) => ({ unit: 'truth', holds })),
  level: fc.constantFrom('low', 'mid', 'high').map((choice) => ({ unit: 'choice', choice })),
};

/** A random row of such a formula, within the ranges; now and then a fact is missing. */
export function rowArbitrary({ nodes }: Formula, missing = 0): fc.Arbitrary<FormulaRow> {
  const fields = Object.keys(INPUTS);
  const inputs = fc.tuple(
    ...Object.values(INPUTS).map((arbitrary) =>
      missing === 0 ? arbitrary : fc.option(arbitrary, { freq: missing, nil: undefined }),
    ),
  );
  const totals = nodes.flatMap((node) => (node.op === 'running' ? [node.total] : []));
  return fc.record({
    inputs: inputs.map(
      (figures) =>
        new Map(
          figures.flatMap((figure, at) =>
            figure === undefined ? [] : [[fields[at] ?? '', figure] as const],
          ),
        ),
    ),
    values: vectorArbitrary,
    totals: fc
      .array(amount(100_000_000n), { minLength: totals.length, maxLength: totals.length })
      .map((list) => new Map<string, Fen>(totals.map((total, at) => [total, fenOf(list[at])] as const))),
  });
}

function fenOf(figure: FormulaFigure | undefined): Fen {
  return figure?.unit === 'fen' ? figure.fen : fen(0n);
}

/** A random formula that its checks let through, with up to `size` decisions in its making. */
export function formulaArbitrary(size = 60, outputs = 3): fc.Arbitrary<Formula> {
  return fc
    .array(fc.noBias(fc.nat({ max: 0xffff })), { maxLength: size, size: 'max' })
    .map((stream) => graphOf(stream, outputs))
    .filter((decision) => decision.allowed)
    .map((decision) => (decision as { readonly value: Formula }).value);
}
