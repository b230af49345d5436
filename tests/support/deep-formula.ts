import { present } from '#kernel/assert';
import { createOperators } from '#rules/formula/build-operators';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Formula, FormulaNode } from '#rules/formula/node';
import { named } from '#tests/support/rule-inputs';

const LIMITS = { atLeast: '0.00', atMost: '60.00' };

/** A chain in which each step takes the one before, as deep as is asked for. */
export function deepFormula(depth: number): Formula {
  const nodes: FormulaNode[] = [];
  const f = createOperators({
    citation: { cite: ['C-1'], readings: [] },
    shapes: () => undefined,
    intern: (node) => ({ node: nodes.push(node) - 1, unit: node.unit }),
    optionsOf: () => ({}),
  });
  const steps = deepSteps(f);
  let last: Expr<'fen'> = f.constant('fen', '0.00');
  for (let at = 0; at < depth; at += 1) {
    last = present(steps[at % steps.length], 'a step')(last, ((at % 6000) / 100).toFixed(2));
  }
  return { id: 'deep', nodes, outputs: { last: last.node }, claims: [] };
}

function deepSteps(f: Operators): readonly ((last: Expr<'fen'>, at: string) => Expr<'fen'>)[] {
  const a = f.input('a', 'fen', named('a'), LIMITS);
  const bill = f.input('bill', 'fen', named('bill'), LIMITS);
  const yes = f.input('yes', 'truth', named('yes'));
  return [
    (last, at) => f.add([last, f.constant('fen', at)]),
    (last, at) => f.min(last, f.add([bill, f.constant('fen', at)])),
    (last, at) => f.subtract(last, f.constant('fen', at)),
    (last, at) => f.if(f.compare(bill, 'below', f.constant('fen', at)), last, a),
    (last) => f.max(last, a),
    (last, at) => f.clamp(last, a, f.add([f.constant('fen', at), bill])),
    (last, at) => f.if(yes, f.add([last, f.constant('fen', at)]), last),
  ];
}
