import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { figureText, nodeValueOf } from '#rules/formula/figure';
import { decodeFigure } from '#rules/targets/encode-figure';
import { figureWriter, type WrittenFigures } from '#rules/targets/figure-writer';
import { nodeAt, planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

const MOST = 2 ** 53 - 1;
/** Where texts change their form: signs, cents, and each thousand that takes one more mark. */
const EDGES = [0, 1, 9, 10, 99, 100, 99_999, 100_000, 99_999_999, 100_000_000, 1e12 - 1, 1e12, 1e15];
/** Halves of what is shown of an exact amount of scale 10^6, and the last that a double tells from their neighbours. */
const HALVES = [49, 50, 51, 149, 150, 2 ** 52 - 1, 2 ** 52, 2 ** 52 + 1, MOST - 42, MOST];

/** Every unit of a figure, and each scale at which one is written in a way of its own. */
const plan = planTargets(
  formulaOf((f) => {
    const [cost, part] = [f.input('cost', 'fen', named('cost')), f.input('part', 'rate', named('part'))];
    const [days, points] = [f.input('days', 'count', named('days')), f.input('up', 'points', named('up'))];
    const [from, to] = [f.input('from', 'date', named('from')), f.input('to', 'date', named('to'))];
    const once = f.timesRate(cost, part);
    const isUp = f.compare(points, 'above', f.constant('points', '5'));
    const amounts = [
      f.round(once, 'down'),
      f.round(f.timesRate(once, part), 'down'),
      f.round(f.timesCount(cost, f.constant('count', '2')), 'down'),
      f.round(f.timesCount(cost, days), 'down'),
      f.round(f.timesCount(cost, f.daysBetween(f.min<'date'>(from, to), to)), 'down'),
    ] as const;
    return f.if(isUp, f.add(amounts), cost, named('x'));
  }),
);
const nodes = plan.live
  .map((index) => ({ index, unit: nodeAt(plan, index).unit, scale: plan.of(index).scale }))
  .filter(({ unit }) => unit !== 'truth' && unit !== 'choice');

function expectWritten(index: number, held: number): void {
  const { unit } = nodeAt(plan, index);
  const into: WrittenFigures = { texts: [], values: [] };
  const writer = figureWriter(plan, index);
  // Twice, for what was kept of the first time.
  for (const _ of [1, 2]) writer.write(held, into);
  const figure = decodeFigure(held, unit, plan.of(index).scale);
  expect(into.texts[index]).toBe(figureText(figure));
  expect(writer.valueOf(present(into.values[index], 'a value'))).toEqual(nodeValueOf(figure));
}

describe('figures are written as the oracle writes them, up to what a double holds', () => {
  const sized = nodes.filter(({ unit }) => unit !== 'date');

  it.each(sized)('of $unit at the scale of $scale', ({ index }) => {
    for (const size of [...EDGES, ...HALVES]) {
      expectWritten(index, size);
      if (size > 0) expectWritten(index, -size);
    }
    fc.assert(
      fc.property(fc.oneof(fc.nat(10_000_000), fc.maxSafeNat()), fc.boolean(), (size, isBelow) =>
        expectWritten(index, isBelow && size > 0 ? -size : size),
      ),
      { numRuns: 60 },
    );
  });

  it('of every day that a date can be', () => {
    const date = present(
      nodes.find(({ unit }) => unit === 'date'),
      'a date',
    );
    for (const day of [-25_567, -1, 0, 1, 19_782, 84_005]) expectWritten(date.index, day);
  });
});

it('every unit comes up, and exact amounts at scales with a short way and without', () => {
  expect(new Set(nodes.map(({ unit }) => unit))).toEqual(
    new Set(['fen', 'exact', 'rate', 'points', 'count', 'date']),
  );
  const exact = nodes.filter(({ unit }) => unit === 'exact').map(({ scale }) => scale);
  expect(new Set(exact)).toEqual(new Set([1n, 10_000n, 1_000_000n, 1_000_000_000_000n]));
});
