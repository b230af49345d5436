import { expect, it } from 'vitest';
import { evaluate, traceSource } from '#rules/targets/evaluate';
import { nodeAt, planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

type Trace = (facts: Float64Array, totals: Float64Array, vector: Float64Array, out: Float64Array) => boolean;

it('a row is traced with the totals before it, each by its own name; one that is lost leaves its figures open', () => {
  const plan = planTargets(
    formulaOf((f) => {
      const [first, second] = [f.input('a', 'fen', named('a')), f.input('b', 'fen', named('b'))];
      return f.subtract(f.running('first', first), f.running('second', second), named('x'));
    }),
  );
  const { trace } = evaluate(traceSource(plan)) as { readonly trace: Trace };
  const tracing = (...totals: readonly number[]) => {
    const out = new Float64Array(plan.live.length);
    const isReckoned = trace(Float64Array.of(1, 2), Float64Array.from(totals), new Float64Array(0), out);
    const figures = plan.live.map((index, at): readonly [string, number] => {
      const node = nodeAt(plan, index);
      return [node.op === 'running' ? node.total : (node.name ?? ''), out[at] ?? 0];
    });
    return { isReckoned, ...Object.fromEntries(figures) };
  };
  expect(tracing(700, 200)).toEqual({ isReckoned: true, a: 1, b: 2, first: 700, second: 200, x: 500 });
  expect(tracing(700, NaN)).toEqual({ isReckoned: false, a: 1, b: 2, first: 700, second: NaN, x: NaN });
});
