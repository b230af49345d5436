import { expect, it } from 'vitest';
import { emitModule, evaluate } from '#rules/targets/evaluate';
import { planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

it('a program as a module declares every function that it exports', () => {
  const plan = planTargets(formulaOf((f) => f.input('cost', 'fen', named('x'))));
  const [text = '', names = ''] = emitModule(plan).split(/export \{ (.*) \};/);
  const functions = names.split(', ');
  expect(functions).toContain('settle');
  expect(evaluate({ text, functions })).toEqual(
    Object.fromEntries(functions.map((name) => [name, expect.any(Function)])),
  );
});
