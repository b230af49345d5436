import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import type { Expr, Operators } from '#rules/formula/expression';
import { emitColumns, invariantNodes } from '#rules/targets/emit-columns';
import { emitScenarios, keptNodes } from '#rules/targets/emit-scenarios';
import { planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

const fen = (f: Operators, id: string, atMost = '100.00', atLeast = '0.00'): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast, atMost });
/** Two of them are beyond 2^53. */
const great = (f: Operators, id: string): Expr<'fen'> => fen(f, id, '90000000000000.00');
const rate = (f: Operators): Expr<'rate'> => f.input('rate', 'rate', named('rate'));
const count = (f: Operators): Expr<'count'> => f.input('count', 'count', named('count'));
const yes = (f: Operators): Expr<'truth'> => f.input('yes', 'truth', named('yes'));
const one = (f: Operators): Expr<'fen'> => f.constant('fen', '0.01');
const hundred = (f: Operators): Expr<'fen'> => f.constant('fen', '100.00');
/** What is beyond 2^53, brought back to an amount that an output may have. */
const held = (f: Operators, figure: Expr<'fen'>): Expr<'fen'> => f.min(figure, hundred(f), named('x'));
const two = (f: Operators): Expr<'fen'> => f.add([great(f, 'a'), great(f, 'b')]);

/** What a row is told from: a value with two keys, one of them from the row, a fact, and what only constants make. */
const layers = formulaOf((f, builder) => {
  const both = f.add([one(f), hundred(f)], named('both'));
  const first = f.value('first', 'fen', {}, named('first'));
  const limit = f.add([first, both], named('limit'));
  const sum = f.add([fen(f, 'a'), fen(f, 'b')], named('sum'));
  const before = f.running('before', sum, named('before'));
  const vast = f.add([great(f, 'c'), great(f, 'd')], named('vast'));
  const isVast = f.compare(vast, 'above', great(f, 'c'));
  builder.output(
    'left',
    f.min(f.max(f.subtract(limit, before), f.constant('fen', '0.00')), sum, named('left')),
  );
  return f.if(isVast, f.min(sum, first), f.min(vast, hundred(f)), named('x'));
});
const layered = planTargets(layers);
const namesOf = (nodes: readonly number[]): readonly string[] =>
  nodes.map((node) => layers.nodes[node]?.name ?? present(layers.nodes[node]?.op, 'a node'));

/** A loop of the program: the one for rows of which nothing is marked, or the one that looks at all. */
function loop(write: (f: Operators) => Expr, name: 'runWhole' | 'runPart'): string {
  return functionOf(emitColumns(planTargets(formulaOf(write))), name);
}

function functionOf(text: string, name: string): string {
  return present(new RegExp(`function ${name}\\([^]*?\\n}`).exec(text)?.[0], name);
}

/** What stands before the loop over the rows, and the loop. */
function around(text: string): readonly [string, string] {
  const at = text.indexOf('for (let i');
  return [text.slice(0, at), text.slice(at)];
}

describe('figures that no proof keeps within a double are tried in doubles in the swift loop', () => {
  const cost = (f: Operators): Expr<'exact'> => f.timesRate(great(f, 'a'), rate(f));
  const other = (f: Operators): Expr<'exact'> => f.timesRate(great(f, 'b'), rate(f));
  const days = (f: Operators): Expr<'exact'> => f.timesCount(great(f, 'a'), count(f));

  it.each<[string, (f: Operators) => Expr, number]>([
    ['a sum', (f) => held(f, two(f)), 1],
    ['a difference', (f) => held(f, f.subtract(two(f), great(f, 'c'))), 2],
    [
      'a product by a rate',
      (f) => f.if(f.compare(cost(f), 'above', other(f)), one(f), hundred(f), named('x')),
      2,
    ],
    [
      'a product by a count',
      (f) => f.if(f.compare(days(f), 'above', days(f)), one(f), hundred(f), named('x')),
      1,
    ],
    [
      'a divided part',
      (f) => held(f, f.mulDiv(great(f, 'a'), great(f, 'b'), f.max(great(f, 'c'), hundred(f)), 'half_up')),
      1,
    ],
    [
      'the smaller, the larger and the bounded',
      (f) => held(f, f.clamp(f.max(two(f), great(f, 'c')), two(f), great(f, 'a'))),
      1,
    ],
    [
      'a part divided by counts, whose scale is not its own',
      (f) => held(f, f.mulDiv(great(f, 'a'), count(f), f.max(count(f), f.constant('count', '1')), 'half_up')),
      1,
    ],
    ['what is chosen', (f) => held(f, f.if(yes(f), two(f), great(f, 'c'))), 1],
  ])('%s: a row leaves where one is beyond', (_, write, trials) => {
    const text = loop(write, 'runWhole');
    expect(text).not.toContain('Wide(');
    expect(text.match(/<= 9007199254740991\)\) break swift/g)).toHaveLength(trials);
    expect(text).not.toMatch(/isFinite|undefined/);
  });

  it.each<[string, (f: Operators) => Expr]>([
    [
      'the larger of parts of other sizes',
      (f) =>
        f.if(
          f.compare(f.max(f.timesRate(cost(f), rate(f)), other(f)), 'above', f.timesRate(cost(f), rate(f))),
          one(f),
          hundred(f),
          named('x'),
        ),
    ],
    ['a sum of three', (f) => held(f, f.add([great(f, 'a'), great(f, 'b'), great(f, 'c')]))],
    [
      'a divided part that is cut',
      (f) => held(f, f.mulDiv(great(f, 'a'), great(f, 'b'), f.max(great(f, 'c'), hundred(f)), 'down')),
    ],
    [
      'a sum of parts of other sizes',
      (f) => f.if(f.compare(f.add([cost(f), days(f)]), 'above', cost(f)), one(f), hundred(f), named('x')),
    ],
  ])('%s is reckoned by the helpers: a row leaves where it is no double', (_, write) => {
    const text = loop(write, 'runWhole');
    expect(text).toContain('Wide(');
    expect(text).toMatch(/if \(!\(Number.isFinite\(n\d+\)\)\) break swift/);
  });
});

describe('what is proved is not asked', () => {
  const less = (f: Operators): Expr<'fen'> => f.subtract(fen(f, 'a'), fen(f, 'b'));
  const above = (f: Operators): Expr<'fen'> => f.max(fen(f, 'c'), one(f));

  it('figures that are proved to fit are reckoned by no helper', () => {
    const text = loop((f) => {
      const shared = f.round(f.timesRate(f.clamp(less(f), one(f), hundred(f)), rate(f)), 'half_up');
      const divided = f.mulDiv(f.min(shared, fen(f, 'c')), fen(f, 'b'), above(f), 'down');
      return f.add([divided, f.if(f.compare(divided, 'below', shared), one(f), less(f))], named('x'));
    }, 'runPart');
    expect(text).not.toMatch(/Wide\(|Number|0n|1n/);
  });

  it.each<[string, (f: Operators) => Expr, boolean]>([
    ['an amount', (f) => f.round(f.timesRate(fen(f, 'a'), rate(f)), 'half_up', named('x')), false],
    ['an amount that can', (f) => f.round(f.timesRate(less(f), rate(f)), 'half_up', named('x')), true],
    ['a divided part', (f) => f.mulDiv(fen(f, 'a'), fen(f, 'b'), above(f), 'half_up', named('x')), false],
    ['a divided part that can', (f) => f.mulDiv(less(f), fen(f, 'b'), above(f), 'half_up', named('x')), true],
    [
      'a whole number',
      (f) => f.round(f.timesCount(less(f), f.constant('count', '3')), 'half_up', named('x')),
      false,
    ],
  ])('the sign of %s is asked only where it can be below zero and has parts', (_, write, isAsked) => {
    expect(/ < 0 \?/.test(loop(write, 'runPart'))).toBe(isAsked);
  });

  it.each<[string, (f: Operators) => Expr, RegExp]>([
    [
      'a scale is whole, and added as it is',
      (f) => f.round(f.timesRate(fen(f, 'a'), rate(f)), 'half_up', named('x')),
      /Math.floor\(\(n\d+ \+ 500000\) \/ 1000000\)/,
    ],
    [
      'a divisor may not be, so that all is doubled',
      (f) => f.mulDiv(fen(f, 'a'), fen(f, 'b'), above(f), 'half_up', named('x')),
      /Math.floor\(\(2 \* .* \+ (n\d+)\) \/ \(2 \* \1\)\)/,
    ],
  ])('half of %s', (_, write, halfUp) => {
    expect(loop(write, 'runPart')).toMatch(halfUp);
  });

  it('a scale that a double holds is written as one', () => {
    const finer = (f: Operators): Expr<'exact'> => f.timesRate(f.timesRate(great(f, 'b'), rate(f)), rate(f));
    const text = loop(
      (f) =>
        f.if(
          f.compare(f.timesRate(great(f, 'a'), rate(f)), 'above', finer(f)),
          one(f),
          hundred(f),
          named('x'),
        ),
      'runPart',
    );
    expect(text).toMatch(/timesWide\(n\d+, 1000000\)/);
  });
});

describe('what rows share is reckoned once', () => {
  it('before the loop: what no fact and no total comes into, nor a value where rows take different ones', () => {
    expect(namesOf(invariantNodes(layered, false))).toEqual([
      'constant',
      'constant',
      'both',
      'first',
      'limit',
      'constant',
    ]);
    expect(namesOf(invariantNodes(layered, true))).toEqual(['constant', 'constant', 'both', 'constant']);
  });

  it('for all scenarios: the last that the row alone decides and a double holds', () => {
    expect(namesOf(keptNodes(layered))).toEqual(['sum', 'compare', 'min']);
  });
});

describe('a row reckons and asks no more than it needs', () => {
  const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), ['p', 'q', 'r']);
  const own = (f: Operators): Expr<'fen'> => f.round(f.timesRate(fen(f, 'a'), rate(f)), 'down');

  it.each<[string, (f: Operators) => Expr]>([
    ['if', (f) => f.if(yes(f), own(f), fen(f, 'b'), named('x'))],
    ['match', (f) => f.match(kind(f), { p: own(f), q: fen(f, 'c') }, fen(f, 'b'), named('x'))],
    [
      'exceptions',
      (f) =>
        f.exceptions(
          fen(f, 'b'),
          [
            { name: 'one', when: f.compare(fen(f, 'c'), 'below', one(f)), then: own(f) },
            { name: 'two', when: f.compare(fen(f, 'c'), 'above', one(f)), then: one(f) },
          ],
          named('x'),
        ),
    ],
  ])('what only ways of %s need is reckoned in them', (_, write) => {
    const [before, within] = loop(write, 'runPart').split(/let n\d+, w\d+;/);
    expect(before).not.toContain('Math.floor');
    expect(within).toContain('Math.floor');
  });

  it('ways that reckon nothing of their own are one expression, and need no validity where they need the same', () => {
    const text = loop((f) => {
      const [sum, less] = [f.add([fen(f, 'a'), fen(f, 'b')]), f.subtract(fen(f, 'a'), fen(f, 'b'))];
      return f.if(f.compare(sum, 'below', less), sum, less, named('x'));
    }, 'runPart');
    expect(text).toMatch(/const (n\d+) = n\d+ \? n\d+ : n\d+;/);
    expect(text).not.toMatch(/const w\d+ = n\d+ \?/);
    expect(text).not.toMatch(/let n\d+[,;]/);
  });

  it('ways as blocks that need the same need no validity of their own', () => {
    const shared = (f: Operators): Expr<'fen'> => f.add([fen(f, 'a'), fen(f, 'b')]);
    const text = loop(
      (f) =>
        f.if(
          f.compare(fen(f, 'a'), 'below', fen(f, 'b')),
          shared(f),
          f.subtract(fen(f, 'a'), fen(f, 'b')),
          named('x'),
        ),
      'runPart',
    );
    expect(text).toMatch(/let n\d+;/);
    expect(text).not.toMatch(/let n\d+, w/);
  });

  it('what every way needs is asked beside them, and in a way only what it needs besides', () => {
    const text = loop(
      (f) => f.if(yes(f), f.add([fen(f, 'a'), fen(f, 'b')]), f.min(fen(f, 'a'), fen(f, 'c')), named('x')),
      'runPart',
    );
    expect(text.match(/ w\d+ = w\d+;/g)).toHaveLength(2);
    expect(text).toMatch(/if \(w\d+ && w\d+ && w\d+\) \{\n *o0/);
  });

  it('what stands already is not asked again where a total is added to', () => {
    const text = loop((f) => {
      const paid = f.add([fen(f, 'a'), fen(f, 'b')]);
      return f.min(f.running('paid', paid), paid, named('x'));
    }, 'runPart');
    expect(text).toMatch(/valid\[i\] = 1;\n *t0 \+= /);
    expect(text).toMatch(/valid\[i\] = 0;\n *if \(w\d+ && w\d+ && w\d+\) t0 \+= .* else p0 = 1;/);
  });

  it('figures are brought to another scale only where they have one, and constants are written at it', () => {
    const text = loop((f) => {
      const exact = f.timesRate(fen(f, 'a'), rate(f));
      const isMore = f.compare(
        f.max(exact, f.timesCount(fen(f, 'b'), f.constant('count', '0.5'))),
        'above',
        exact,
      );
      return f.if(
        f.and([isMore, f.compare(rate(f), 'below', f.constant('rate', '50%'))]),
        one(f),
        hundred(f),
        named('x'),
      );
    }, 'runPart');
    expect(text).toMatch(/\(n\d+ \* 100000\)/);
    expect(text).toContain('< (500000)');
    expect(text).not.toContain(' * 1)');
  });

  it('thresholds that rows share are asked before the loop, those of a row in it', () => {
    const scale = (f: Operators, ...thresholds: readonly Expr<'fen'>[]): Expr<'fen'> => {
      const rates = [rate(f), f.constant('rate', '5%'), f.value('share', 'rate')] as const;
      return f.round(
        f.marginal(f.constant('fen', '0.00'), fen(f, 'a'), { thresholds, rates }),
        'down',
        named('x'),
      );
    };
    const [before, within] = around(
      loop((f) => scale(f, f.value('first', 'fen'), f.value('second', 'fen')), 'runWhole'),
    );
    expect(before).toMatch(/if \(!\(n\d+ <= n\d+\)\) return runPart/);
    expect(within).not.toMatch(/if \(!\(n\d+ <= n\d+\)\)/);
    expect(
      around(loop((f) => scale(f, fen(f, 'lower'), f.add([fen(f, 'lower'), one(f)])), 'runWhole'))[1],
    ).toMatch(/if \(!\(n\d+ <= n\d+\)\) break swift/);
  });
});

describe('swift loops ask of facts, cells and totals only what is not known', () => {
  const columns = emitColumns(layered);
  const scenarios = emitScenarios(layered);

  it('no fact is looked up as missing and no cell as absent', () => {
    expect(functionOf(columns, 'runPart')).toContain('const m0 = marks[0];');
    for (const name of ['runWhole', 'runWholeVectors']) {
      const text = functionOf(columns, name);
      expect(text).toContain('break swift');
      expect(text).not.toMatch(/marks\[|if \(!\((n\d+) === \1\)\)/);
    }
  });

  it('a total that is proved to stay within its range is asked once, another in each row', () => {
    const totals = (amount: (f: Operators) => Expr<'fen'>): string =>
      loop((f) => f.min(f.running('paid', amount(f)), one(f), named('x')), 'runWhole');
    expect(totals((f) => fen(f, 'a'))).toMatch(/const n\d+ = t0;\n(?! *if)/);
    expect(totals((f) => f.subtract(fen(f, 'a'), fen(f, 'b')))).toMatch(
      /const n\d+ = t0;\n *if \(!\(n\d+ >= /,
    );
  });

  it('a formula without totals looks at no years', () => {
    expect(loop((f) => f.add([fen(f, 'a'), one(f)], named('x')), 'runWhole')).not.toContain('starts[');
  });

  it('a sweep reads what was reckoned for all scenarios, and asks nothing of facts that were found sound', () => {
    for (const name of ['sweepWhole', 'sweepWholeVectors']) {
      const text = functionOf(scenarios, name);
      expect(text).toMatch(/const n\d+ = k0\[i\];/);
      expect(text).toContain('if (sound[i] === 0) break swift;');
      expect(text).not.toMatch(/marks\[|keptValid\[|c\d+\[i\];\n *if/);
    }
    expect(functionOf(scenarios, 'sweepPart')).toMatch(/const n\d+ = k1\[i\] === 1;/);
  });

  it('a value that all rows share is read before the loop, one of several in it', () => {
    for (const [text, part] of [
      [columns, 'run'],
      [scenarios, 'sweep'],
    ] as const) {
      for (const kind of ['Whole', 'Part']) {
        const [shared, within] = around(functionOf(text, `${part}${kind}`));
        expect(shared).toMatch(/= vectors\[.*0\];/);
        expect(within).not.toMatch(/= vectors\[|vectorOf\[/);
        expect(around(functionOf(text, `${part}${kind}Vectors`))[1]).toMatch(
          /vectorOf\[i\][^]*= vectors\[base/,
        );
      }
    }
  });

  it('what is there whatever the row is not asked for when scenarios are swept', () => {
    const text = emitScenarios(
      planTargets(
        formulaOf((f) => f.if(f.compare(fen(f, 'a'), 'below', one(f)), one(f), hundred(f), named('x'))),
      ),
    );
    expect(text).toMatch(/q0\[i\] = w\d+ \? 1 : 0;/);
  });
});
