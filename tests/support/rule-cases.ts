import { plainDate } from '#kernel/plain-date';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Formula } from '#rules/formula/node';
import type { FormulaTrial } from '#tests/support/formula-rows-story';
import {
  a,
  b,
  bill,
  c,
  count,
  early,
  from,
  great,
  named,
  no,
  only,
  other,
  penny,
  rate,
  side,
  signed,
  size,
  to,
  vast,
  yes,
} from '#tests/support/rule-inputs';
import { LATER_RULE_VALUES, RULE_SHAPES, RULE_VALUES } from '#tests/support/rule-values';

/** One rule of the row formula, as a formula that stands or falls with it. */
export interface RuleCase {
  readonly title: string;
  readonly write: (f: Operators) => Readonly<Record<string, Expr>>;
}

/** Each rule as rows in which it matters can be generated for it. */
export function ruleTrials(): readonly FormulaTrial[] {
  return CASES.map(({ title, write }) => ({
    title,
    formula: caseFormula(write),
    vectors: [
      [plainDate(2024, 1, 1), RULE_VALUES],
      [plainDate(2024, 1, 2), LATER_RULE_VALUES],
    ],
    days: [plainDate(2024, 2, 29), plainDate(2023, 2, 28), plainDate(2023, 3, 1), plainDate(2025, 12, 31)],
  }));
}

/** A formula over the invented place's values; a fault in it fails the test. */
export function caseFormula(write: RuleCase['write']): Formula {
  const builder = createFormulaBuilder('case', (value) => RULE_SHAPES[value]);
  const f = builder.citing({ cite: ['C-1'], readings: [] });
  for (const [output, value] of Object.entries(write(f))) builder.output(output, value);
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
}

const TEXT = { zh: '不可', en: 'not allowed' };
const REFUSAL = { code: 'not_allowed', field: 'a', what: TEXT, next: TEXT };

const CASES: readonly RuleCase[] = [
  {
    title: 'sums, differences and products are exact, below zero too',
    write: (f) => ({
      sum: f.add([a(f), b(f), f.constant('fen', '0.07')], named('sum')),
      less: f.subtract(a(f), b(f), named('less')),
      counts: f.subtract(f.timesCount(count(f), f.constant('count', '2.5')), count(f), named('counts')),
    }),
  },
  {
    title: 'what is the same for all rows needs none of their facts',
    write: (f) => ({
      sum: f.add([f.constant('fen', '0.07'), f.constant('fen', '1.00')], named('sum')),
      fixed: f.constant('fen', '3.00', named('fixed')),
    }),
  },
  {
    title: 'half a fen goes away from zero on both sides, and rounding down goes down',
    write: (f) => {
      const exact = f.timesRate(f.subtract(a(f), b(f)), f.constant('rate', '2.5%'));
      const given = f.timesRate(a(f), rate(f));
      const half = f.constant('rate', '50%');
      return {
        up: f.round(exact, 'half_up', named('up')),
        down: f.round(exact, 'down', named('down')),
        givenUp: f.round(given, 'half_up', named('givenUp')),
        givenDown: f.round(given, 'down', named('givenDown')),
        least: f.round(
          f.timesRate(f.subtract(f.constant('fen', '0.00'), penny(f)), half),
          'down',
          named('least'),
        ),
        whole: f.round(f.timesCount(a(f), f.constant('count', '3')), 'half_up', named('whole')),
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
        halves: f.mulDiv(a(f), count(f), f.constant('count', '0.02'), 'half_up', named('halves')),
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
      fixed: f.if(f.compare(yes(f), 'equals', f.constant('truth', 'false')), a(f), b(f), named('fixed')),
      alike: f.if(
        f.compare(f.and([yes(f), no(f)]), 'equals', f.compare(bill(f), 'below', f.value('tier', 'fen'))),
        f.constant('fen', '1.00'),
        f.constant('fen', '0.00'),
        named('alike'),
      ),
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
      each: f.match(side(f), { west: a(f), north: b(f), south: c(f) }, undefined, named('each')),
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
    title: 'an assertion about values alone refuses the rows that take them',
    write: (f) => {
      const isLow = f.compare(f.value('tier', 'fen'), 'at_most', f.constant('fen', '17.00'));
      return { held: f.min(f.assert(isLow, a(f), REFUSAL), b(f), named('held')) };
    },
  },
  {
    title: 'a list of one option leaves one way',
    write: (f) => {
      const kind = f.input('kind', 'choice', named('kind'), ['only']);
      return { only: f.match(kind, { only: f.add([a(f), b(f)]) }, undefined, named('only')) };
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
        later: scale('later', [f.value('step', 'fen'), high]),
        pair: f.round(
          f.marginal(bill(f), upTo, { thresholds: [f.value('tier', 'fen')], rates: [rates[1], rates[0]] }),
          'down',
          named('pair'),
        ),
        given: scale('given', [f.value('tier', 'fen'), f.value('upper', 'fen', { side: side(f) })]),
        backwards: f.round(
          f.marginal(upTo, bill(f), { thresholds: [low, high], rates }),
          'down',
          named('backwards'),
        ),
        loose: f.round(
          f.marginal(bill(f), f.max(signed(f, 'end'), f.constant('fen', '0.00')), {
            thresholds: [f.constant('fen', '1.00'), f.constant('fen', '2.00')],
            rates,
          }),
          'down',
          named('loose'),
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
      fixed: f.value('fee', 'fen', { side: only(f, 'south'), size: size(f) }, named('fixed')),
      only: f.value('fee', 'fen', { side: only(f, 'south'), size: only(f, 'big') }, named('only')),
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
      const near = f.input('near', 'choice', named('near'), ['north', 'west']);
      const beside = f.if(f.compare(near, 'equals', side(f)), a(f), b(f), named('beside'));
      return {
        chosen,
        asked,
        beside,
        same: f.if(f.compare(side(f), 'equals', other), a(f), b(f), named('same')),
      };
    },
  },
  {
    title: 'products beyond 63 bits are exact',
    write: (f) => {
      const by = f.max(vast(f), f.constant('fen', '0.03'));
      const thrice = f.add([vast(f), vast(f), vast(f)]);
      const exact = f.timesRate(f.timesRate(vast(f), rate(f)), f.constant('rate', '33.333333%'));
      return {
        quotient: f.mulDiv(a(f), vast(f), by, 'half_up', named('quotient')),
        rounded: f.round(exact, 'half_up', named('rounded')),
        down: f.round(f.subtract(exact, f.timesRate(a(f), rate(f))), 'down', named('down')),
        more: f.if(f.compare(exact, 'above', f.timesCount(vast(f), count(f))), a(f), b(f), named('more')),
        bound: f.clamp(vast(f), a(f), bill(f), named('bound')),
        small: f.if(f.compare(thrice, 'below', bill(f)), thrice, bill(f), named('small')),
      };
    },
  },
  {
    title: 'figures beyond 2^53 are added, chosen and shared out exactly',
    write: (f) => {
      const two = f.add([great(f), other(f)]);
      const sum = f.add([great(f), other(f), bill(f)]);
      const twoLess = f.add([other(f), great(f), a(f)]);
      const lessTwo = (figure: Expr<'fen'>, id: string): Expr<'fen'> => f.subtract(figure, two, named(id));
      return {
        bill: lessTwo(sum, 'left'),
        min: lessTwo(f.min(sum, twoLess), 'min'),
        max: lessTwo(f.max(two, twoLess), 'max'),
        clamp: lessTwo(f.clamp(two, twoLess, sum), 'clamp'),
        chosen: lessTwo(f.if(yes(f), sum, twoLess), 'chosen'),
        above: f.if(f.compare(sum, 'above', twoLess), a(f), bill(f), named('above')),
        share: f.round(f.timesRate(sum, f.constant('rate', '33.333333%')), 'half_up', named('share')),
      };
    },
  },
  {
    title: 'stretches of amounts beyond 2^53 are taken each at its own rate',
    write: (f) => {
      const upTo = f.add([great(f), bill(f), bill(f)]);
      const [low, high] = [f.constant('fen', '82000000000000.00'), f.constant('fen', '88000000000000.00')];
      const rates = [rate(f), f.constant('rate', '33.3333%'), f.constant('rate', '0.5%')] as const;
      const scale = (id: string, thresholds: readonly Expr<'fen'>[]): Expr<'fen'> =>
        f.round(
          f.marginal(bill(f), upTo, {
            thresholds,
            rates: [rates[0], ...rates.slice(1, thresholds.length + 1)],
          }),
          'down',
          named(id),
        );
      return { three: scale('three', [low, high]), two: scale('two', [low]), one: scale('one', []) };
    },
  },
  {
    title: 'a share of a share is rounded once, however many parts it has',
    write: (f) => {
      const exact = [1, 2, 3].reduce((last) => f.timesRate(last, rate(f)), f.timesRate(a(f), rate(f)));
      return {
        up: f.round(exact, 'half_up', named('up')),
        down: f.round(exact, 'down', named('down')),
        same: f.if(f.compare(exact, 'at_least', f.timesRate(bill(f), rate(f))), a(f), bill(f), named('same')),
      };
    },
  },
  {
    title: 'days are counted and years are full by the calendar, leap days included',
    write: (f) => ({
      days: f.daysBetween(from(f), to(f), named('days')),
      years: f.fullYears(from(f), to(f), named('years')),
      back: f.fullYears(to(f), from(f), named('back')),
      fewer: f.if(
        f.compare(f.fullYears(early(f), to(f)), 'below', f.value('months', 'count')),
        a(f),
        b(f),
        named('fewer'),
      ),
      full: f.if(
        f.compare(f.fullYears(early(f), from(f)), 'at_least', f.value('months', 'count')),
        a(f),
        b(f),
        named('full'),
      ),
      past: f.if(
        f.compare(f.fullYears(from(f), to(f)), 'above', f.constant('count', '3')),
        a(f),
        b(f),
        named('past'),
      ),
      told: f.if(
        f.compare(f.fullYears(from(f), to(f)), 'at_least', f.constant('count', '3')),
        a(f),
        b(f),
        named('told'),
      ),
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
        sure: f.running(
          'sure',
          f.if(yes(f), f.constant('fen', '0.01'), f.constant('fen', '0.02')),
          named('sure'),
        ),
        loose: f.if(no(f), f.add([before, kept]), bill(f), named('loose')),
        losses: f.running('losses', f.subtract(a(f), b(f)), named('losses')),
      };
    },
  },
  {
    title: 'amounts that no proof keeps within 2^53 are added to totals all the same',
    write: (f) => {
      const most = f.input('much', 'fen', named('much'), { atLeast: '0.00', atMost: '7000000000000.00' });
      const twice = f.add([most, vast(f)]);
      const before = f.running('most', most, named('before'));
      const rows = f.running('rows', f.constant('fen', '0.01'), named('rows'));
      const wide = f.running('wide', f.add([twice, twice]), named('wide'));
      return {
        rows,
        before: f.min(before, bill(f), named('held')),
        other: f.min(wide, bill(f), named('other')),
        now: f.min(f.add([twice, twice]), bill(f), named('now')),
      };
    },
  },
];
