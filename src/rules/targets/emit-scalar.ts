import { present } from '#kernel/assert';
import { BodyWriter } from '#rules/targets/emit-body';
import type { TargetPlan } from '#rules/targets/plan';

/**
 * One row: `settle(facts, totals, vector, out)` writes the outputs and says whether the row could be reckoned.
 * A fact, a total or a cell that is missing is NaN.
 */
export function emitScalar(plan: TargetPlan): string {
  const writer = new BodyWriter(plan, {
    fact: (field) => `facts[${field}]`,
    cell: (offset) => `vector[${offset}]`,
    total: (at) => `totals[${at}]`,
  });
  const outputs = outputNodes(plan);
  writer.reckon(outputs);
  const { texts, condition } = outputTexts(writer, plan, outputs);
  return [
    'function settle(facts, totals, vector, out) {',
    ...indented(writer.lines),
    ...(condition === undefined ? [] : [`  if (!(${condition})) return false;`]),
    ...texts.map((text, at) => `  out[${at}] = ${text};`),
    '  return true;',
    '}',
  ].join('\n');
}

/** The nodes of the wanted outputs, in their order. */
export function outputNodes(plan: TargetPlan): readonly number[] {
  return plan.outputs.map((name) => present(plan.formula.outputs[name], `the output ${name}`));
}

/**
 * Nodes as doubles, and the condition that all could be reckoned. What no proof keeps within a double is tried:
 * the row is refused if it does not fit. Adding 0 turns a negative zero into zero.
 */
export function outputTexts(
  writer: BodyWriter,
  plan: TargetPlan,
  nodes: readonly number[],
): { readonly texts: readonly string[]; readonly condition: string | undefined } {
  const conditions = [writer.condition(nodes)];
  const texts = nodes.map((index) => {
    const { unit } = present(plan.formula.nodes[index], `node ${index}`);
    const text = writer.text(index);
    // Stryker disable next-line ConditionalExpression: added to zero a truth is one or zero as well
    if (unit === 'truth') return `${text} ? 1 : 0`;
    if (!writer.isHeldWide(index)) return `${text} + 0`;
    writer.lines.push(`const s${index} = safeNumber(${text});`);
    conditions.push(`s${index} === s${index}`);
    return `s${index}`;
  });
  const known = conditions.filter((condition) => condition !== undefined);
  return { texts, condition: known.length === 0 ? undefined : known.join(' && ') };
}

export function indented(lines: readonly string[], by = '  '): readonly string[] {
  return lines.map((line) => `${by}${line}`);
}
