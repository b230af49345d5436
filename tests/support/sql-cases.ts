import { allow, refuse } from '#kernel/decision';
import { plainDate } from '#kernel/plain-date';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Formula, NodeName } from '#rules/formula/node';
import type { ValueShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import { parseQuantity, type Unit } from '#rules/value/quantity';
import type { FormulaTrial } from '#tests/support/formula-rows-story';

/** One rule of the row formula, as a formula that stands or falls with it. */
export interface SqlCase {
  readonly title: string;
  readonly write: (f: Operators) => Readonly<Record<string, Expr>>;
}

const SIDES = ['north', 'south', 'west'] as const;
const SIZES = ['big', 'small'] as const;

const SHAPES: Readonly<Record<string, ValueShape>> = {
  share: { unit: 'rate', axes: [] },
  open: { unit: 'rate', axes: [] },
  months: { unit: 'count', axes: [] },
  mode: { unit: 'choice', axes: [], options: ['south', 'north'] },
  tier: { unit: 'fen', axes: [] },
  upper: { unit: 'fen', axes: [{ name: 'side', members: SIDES }] },
  fee: {
    unit: 'fen',
    axes: [
      { name: 'side', members: SIDES },
      { name: 'size', members: SIZES },
    ],
  },
};

/** An invented place's figures; a cell of the table and one of the values are left open. */
const FIGURES: Readonly<Record<string, readonly [Unit, string]>> = {
  share: ['rate', '7.5%'],
  months: ['month', '12'],
  mode: ['choice', 'north'],
  tier: ['fen', '20.00'],
  'upper north': ['fen', '40.00'],
  'upper south': ['fen', '10.00'],
  'upper west': ['fen', '20.00'],
  'fee north big': ['fen', '100.00'],
  'fee north small': ['fen', '50.00'],
  'fee south big': ['fen', '30.01'],
  'fee west big': ['fen', '0.00'],
  'fee west small': ['fen', '1.00'],
};

const VALUES: ValueVector = {
  read: (name, members) => {
    const figure = FIGURES[[name, ...members].join(' ')];
    const text = { zh: name, en: name };
    if (figure === undefined) return refuse({ code: 'no_figure', at: name, what: text, next: text });
    const quantity = parseQuantity(...figure, SHAPES[name]?.options ?? []);
    if (typeof quantity === 'string') throw new Error(quantity);
    return allow({ name, label: text, quantity, standing: 'stated', cite: ['V-1'] });
  },
};

/** Each rule as rows in which it matters can be generated for it. */
export function sqlTrials(): readonly FormulaTrial[] {
  return CASES.map(({ title, write }) => ({
    title,
    formula: caseFormula(write),
    vectors: [[plainDate(2024, 1, 1), VALUES]],
    days: [plainDate(2024, 2, 29), plainDate(2023, 2, 28), plainDate(2023, 3, 1), plainDate(2025, 12, 31)],
  }));
}

/** A formula over the invented place's values; a fault in it fails the test. */
export function caseFormula(write: SqlCase['write']): Formula {
  const builder = createFormulaBuilder('case', (value) => SHAPES[value]);
  const f = builder.citing({ cite: ['C-1'], readings: [] });
  for (const [output, value] of Object.entries(write(f))) builder.output(output, value);
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
}

export function named(id: string): NodeName {
  return { name: id, label: { zh: id, en: id } };
}

const SMALL = { atLeast: '0.00', atMost: '6.00' };
const BILL = { atLeast: '0.00', atMost: '60.00' };
const VAST = { atLeast: '0.00', atMost: '90000000000000.00' };
const NEAR = { atLeast: '2019-12-30', atMost: '2024-03-03' };
const TEXT = { zh: '不可', en: 'not allowed' };
const REFUSAL = { code: 'not_allowed', field: 'a', what: TEXT, next: TEXT };

/** An amount on both sides of zero: what a row gives is never below it. */
function signed(f: Operators, field: string): Expr<'fen'> {
  return f.subtract(f.input(field, 'fen', named(field), SMALL), f.constant('fen', '3.00'));
}

const a = (f: Operators): Expr<'fen'> => signed(f, 'a');
const b = (f: Operators): Expr<'fen'> => signed(f, 'b');
const c = (f: Operators): Expr<'fen'> => signed(f, 'c');
const bill = (f: Operators): Expr<'fen'> => f.input('bill', 'fen', named('bill'), BILL);
const vast = (f: Operators): Expr<'fen'> =>
  f.subtract(f.input('vast', 'fen', named('vast'), VAST), f.constant('fen', '1000000.00'));
const yes = (f: Operators): Expr<'truth'> => f.input('yes', 'truth', named('yes'));
const no = (f: Operators): Expr<'truth'> => f.input('no', 'truth', named('no'));
const count = (f: Operators): Expr<'count'> => f.input('count', 'count', named('count'));
const rate = (f: Operators): Expr<'rate'> => f.input('rate', 'rate', named('rate'));
const side = (f: Operators): Expr<'choice'> => f.input('side', 'choice', named('side'), SIDES);
const size = (f: Operators): Expr<'choice'> => f.input('size', 'choice', named('size'), SIZES);
const from = (f: Operators): Expr<'date'> => f.input('from', 'date', named('from'), NEAR);
const to = (f: Operators): Expr<'date'> => f.input('to', 'date', named('to'));

const CASES: readonly SqlCase[] = [
  {
    title: 'sums, differences and products are exact, below zero too',
    write: (f) => ({
      sum: f.add([a(f), b(f), f.constant('fen', '0.07')], named('sum')),
      less: f.subtract(a(f), b(f), named('less')),
      counts: f.subtract(f.timesCount(count(f), f.constant('count', '2.5')), count(f), named('counts')),
    }),
  },
  {
    title: 'half a fen goes away from zero on both sides, and rounding down goes down',
    write: (f) => {
      const exact = f.timesRate(f.subtract(a(f), b(f)), f.constant('rate', '2.5%'));
      const given = f.timesRate(a(f), rate(f));
      return {
        up: f.round(exact, 'half_up', named('up')),
        down: f.round(exact, 'down', named('down')),
        givenUp: f.round(given, 'half_up', named('givenUp')),
        givenDown: f.round(given, 'down', named('givenDown')),
        notNegative: f.round(f.timesRate(bill(f), f.value('share', 'rate')), 'half_up', named('notNegative')),
      };
    },
  },
  {
    title: 'a product is divided and rounded once, whatever its sign and its scales',
    write: (f) => {
      const by = f.max(b(f), f.constant('fen', '0.07'));
      const months = f.max(f.value('months', 'count'), f.constant('count', '0.25'));
      return {
        fenUp: f.mulDiv(a(f), c(f), by, 'half_up', named('fenUp')),
        fenDown: f.mulDiv(a(f), c(f), by, 'down', named('fenDown')),
        counts: f.mulDiv(a(f), count(f), months, 'half_up', named('counts')),
        notNegative: f.mulDiv(bill(f), f.constant('fen', '0.03'), by, 'down', named('notNegative')),
      };
    },
  },
  {
    title: 'the smaller, the larger and the bounded need all of their figures, and bounds may cross',
    write: (f) => ({
      min: f.min(a(f), b(f), named('min')),
      max: f.max(a(f), b(f), named('max')),
      clamp: f.clamp(a(f), b(f), c(f), named('clamp')),
      earlier: f.min(from(f), to(f), named('earlier')),
      held: f.clamp(to(f), from(f), f.constant('date', '2024-02-29'), named('held')),
      rates: f.max(rate(f), f.value('share', 'rate'), named('rates')),
    }),
  },
  {
    title: 'conditions need all of their parts: nothing is true or false beside what is missing',
    write: (f) => ({
      and: f.if(f.and([yes(f), no(f)]), f.constant('fen', '1.00'), f.constant('fen', '0.00'), named('and')),
      or: f.if(f.or([yes(f), no(f)]), f.constant('fen', '1.00'), f.constant('fen', '0.00'), named('or')),
      not: f.if(f.not(yes(f)), f.constant('fen', '1.00'), f.constant('fen', '0.00'), named('not')),
      both: f.if(f.compare(yes(f), 'equals', no(f)), count(f), f.constant('count', '1'), named('both')),
    }),
  },
  {
    title: 'figures are compared at one scale, choices by their names',
    write: (f) => {
      const tell = (id: string, condition: Expr<'truth'>): Expr<'fen'> =>
        f.if(condition, f.constant('fen', '1.00'), f.constant('fen', '0.00'), named(id));
      const share = f.timesRate(a(f), rate(f));
      return {
        below: tell('below', f.compare(a(f), 'below', b(f))),
        atMost: tell('atMost', f.compare(from(f), 'at_most', to(f))),
        atLeast: tell('atLeast', f.compare(count(f), 'at_least', f.constant('count', '0.5'))),
        above: tell('above', f.compare(share, 'above', f.timesCount(b(f), count(f)))),
        equals: tell('equals', f.compare(side(f), 'equals', f.value('mode', 'choice'))),
        constant: tell('constant', f.compare(side(f), 'equals', f.constant('choice', 'west'))),
      };
    },
  },
  {
    title: 'only the branch that is taken is needed',
    write: (f) => ({
      if: f.if(yes(f), a(f), f.round(f.timesRate(b(f), f.value('open', 'rate')), 'half_up'), named('if')),
      match: f.match(side(f), { north: a(f), west: b(f) }, c(f), named('match')),
      all: f.match(size(f), { small: a(f), big: f.constant('fen', '0.01') }, undefined, named('all')),
      exceptions: f.exceptions(
        a(f),
        [
          { name: 'one', when: f.and([yes(f), no(f)]), then: b(f) },
          { name: 'two', when: f.and([yes(f), f.not(no(f))]), then: c(f) },
        ],
        named('exceptions'),
      ),
    }),
  },
  {
    title: 'an assertion refuses its row, unless it stands in a branch that is not taken',
    write: (f) => {
      const held = f.assert(f.compare(a(f), 'at_least', b(f)), a(f), REFUSAL);
      return {
        branch: f.if(yes(f), held, b(f), named('branch')),
        within: f.min(f.if(no(f), held, c(f)), b(f), named('within')),
      };
    },
  },
  {
    title: 'each stretch of a scale is taken at its own rate, and thresholds that descend refuse the row',
    write: (f) => {
      const upTo = f.add([bill(f), f.max(a(f), f.constant('fen', '0.00'))]);
      const [low, high] = [f.constant('fen', '20.00'), f.constant('fen', '40.00')];
      const rates = [f.constant('rate', '50%'), rate(f), f.constant('rate', '33.3333%')] as const;
      const scale = (id: string, thresholds: readonly Expr<'fen'>[]): Expr<'fen'> =>
        f.round(f.marginal(bill(f), upTo, { thresholds, rates }), 'half_up', named(id));
      return {
        fixed: scale('fixed', [low, high]),
        given: scale('given', [f.value('tier', 'fen'), f.value('upper', 'fen', { side: side(f) })]),
        backwards: f.round(
          f.marginal(upTo, bill(f), { thresholds: [low, high], rates }),
          'down',
          named('backwards'),
        ),
        one: f.round(
          f.marginal(bill(f), upTo, { thresholds: [], rates: [rate(f)] }),
          'half_up',
          named('one'),
        ),
      };
    },
  },
  {
    title: 'a cell is found by its keys, and one that is left open refuses only the rows that need it',
    write: (f) => ({
      fee: f.value('fee', 'fen', { side: side(f), size: size(f) }, named('fee')),
      fixed: f.value('fee', 'fen', { side: f.constant('choice', 'south'), size: size(f) }, named('fixed')),
      mode: f.value('mode', 'choice', {}, named('mode')),
    }),
  },
  {
    title: 'a choice keeps its name where it passes through lists of other orders',
    write: (f) => {
      const other = f.input('other', 'choice', named('other'), ['west', 'east', 'north']);
      const chosen = f.if(
        yes(f),
        other,
        f.if(no(f), side(f), f.constant('choice', 'north')),
        named('chosen'),
      );
      const asked = f.match(chosen, { east: a(f), north: b(f) }, c(f), named('asked'));
      return { chosen, asked, same: f.if(f.compare(side(f), 'equals', other), a(f), b(f), named('same')) };
    },
  },
  {
    title: 'products beyond 63 bits are exact',
    write: (f) => {
      const by = f.max(vast(f), f.constant('fen', '0.03'));
      const exact = f.timesRate(f.timesRate(vast(f), rate(f)), f.constant('rate', '33.333333%'));
      return {
        quotient: f.mulDiv(a(f), vast(f), by, 'half_up', named('quotient')),
        rounded: f.round(exact, 'half_up', named('rounded')),
        down: f.round(f.subtract(exact, f.timesRate(a(f), rate(f))), 'down', named('down')),
        more: f.if(f.compare(exact, 'above', f.timesCount(vast(f), count(f))), a(f), b(f), named('more')),
        bound: f.clamp(vast(f), a(f), bill(f), named('bound')),
      };
    },
  },
  {
    title: 'days are counted and years are full by the calendar, leap days included',
    write: (f) => ({
      days: f.daysBetween(from(f), to(f), named('days')),
      years: f.fullYears(from(f), to(f), named('years')),
      back: f.fullYears(to(f), from(f), named('back')),
    }),
  },
  {
    title: "a total is the person's earlier rows of the year, and unknown after a row that is not known",
    write: (f) => {
      const paid = f.round(f.timesRate(bill(f), rate(f)), 'half_up');
      const before = f.running('paid', paid, named('before'));
      const held = f.min(
        paid,
        f.max(f.subtract(f.constant('fen', '50.00'), before), f.constant('fen', '0.00')),
      );
      const kept = f.running('kept', f.if(yes(f), held, f.constant('fen', '0.00')), named('kept'));
      return {
        before,
        kept,
        loose: f.if(no(f), f.add([before, kept]), bill(f), named('loose')),
        losses: f.running('losses', f.subtract(a(f), b(f)), named('losses')),
      };
    },
  },
];
