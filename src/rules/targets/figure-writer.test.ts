import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureText, nodeValueOf } from '#rules/formula/figure';
import type { FormulaNode } from '#rules/formula/node';
import { decodeFigure } from '#rules/targets/encode-figure';
import { figureWriter } from '#rules/targets/figure-writer';
import { nodeAt, planTargets } from '#rules/targets/plan';
import { inpatientPlace } from '#tests/support/inpatient-place';

const MOST = 2 ** 53 - 1;
/** Where texts change their form: signs, cents, and each thousand that takes one more mark. */
const EDGES = [0, 1, 9, 10, 99, 100, 99_999, 100_000, 99_999_999, 100_000_000, 1e12 - 1, 1e12, 1e15, MOST];

it('writes figures of every unit and scale as the oracle does, up to what a double holds', () => {
  const plan = planTargets(inpatientPlace('factor').formula);
  const sizes = fc.oneof(fc.constantFrom(...EDGES), fc.nat(10_000_000), fc.maxSafeNat());
  const isSized = ({ unit }: FormulaNode): boolean =>
    unit !== 'truth' && unit !== 'choice' && unit !== 'date';
  for (const index of plan.live.filter((node) => isSized(nodeAt(plan, node)))) {
    const { unit } = nodeAt(plan, index);
    const { scale } = plan.of(index);
    const writer = figureWriter(plan, index);
    fc.assert(
      fc.property(sizes, fc.boolean(), (size, isBelow) => {
        const held = isBelow && size > 0 ? -size : size;
        const into = { texts: [], values: [] } as { texts: string[]; values: string[] };
        writer.write(held, into);
        const figure = decodeFigure(held, unit, scale);
        expect(into.texts[index]).toBe(figureText(figure));
        expect(writer.valueOf(into.values[index] ?? '')).toEqual(nodeValueOf(figure));
      }),
      { numRuns: 60 },
    );
  }
});
