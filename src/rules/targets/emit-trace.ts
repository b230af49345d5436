import { BodyWriter } from '#rules/targets/emit-body';
import { indented, outputNodes, outputTexts } from '#rules/targets/emit-scalar';
import type { TargetPlan } from '#rules/targets/plan';

/**
 * One row with every figure behind its outputs: `trace(facts, totals, vector, out)` writes all nodes of the plan in
 * their order, NaN where one could not be reckoned, and says whether the outputs could be. Ways not chosen are
 * reckoned too; nobody asks for them.
 */
export function emitTrace(plan: TargetPlan): string {
  const writer = new BodyWriter(plan, {
    fact: (field) => `facts[${field}]`,
    cell: (offset) => `vector[${offset}]`,
    total: (at) => `totals[${at}]`,
  });
  writer.hoist(plan.live);
  const figures = plan.live.map((index) => {
    const { texts, condition } = outputTexts(writer, plan, [index]);
    const [text = 'NaN'] = texts;
    return condition === undefined ? text : `${condition} ? ${text} : NaN`;
  });
  const condition = writer.condition(outputNodes(plan));
  return [
    'function trace(facts, totals, vector, out) {',
    ...indented(writer.lines),
    ...figures.map((text, at) => `  out[${at}] = ${text};`),
    `  return ${condition ?? 'true'};`,
    '}',
  ].join('\n');
}
