import { assert, present } from '#kernel/assert';
import type { FormulaNode } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import type { FieldPlan } from '#rules/targets/rows';

/** A running total: the node that reads it, the node that is added to it after each row, and its name. */
export interface TotalPlan {
  readonly node: number;
  readonly amount: number;
  readonly total: string;
}

/** In which order compiled targets take the facts of a row and its running totals. */
export interface ProgramLayout {
  readonly fields: readonly FieldPlan[];
  readonly totals: readonly TotalPlan[];
}

/** The fields and running totals that the wanted outputs need, each once, in the order of the graph. */
export function layoutOf(plan: TargetPlan): ProgramLayout {
  const fields = new Map<string, FieldPlan>();
  const totals: TotalPlan[] = [];
  for (const index of plan.live) {
    const node = nodeAt(plan, index);
    if (node.op === 'input') {
      const field = fieldPlanOf(node, plan.of(index).scale);
      const known = fields.get(node.field) ?? field;
      assert(isAlike(known, field), `${node.field} is one kind of fact wherever the formula takes it`);
      fields.set(node.field, known);
    }
    if (node.op === 'running') {
      totals.push({ node: index, amount: present(node.args[0], 'what is added up'), total: node.total });
    }
  }
  return { fields: [...fields.values()], totals };
}

/** The position of an input node's fact among the fields. */
export function fieldOf(layout: ProgramLayout, node: FormulaNode & { readonly op: 'input' }): number {
  const at = layout.fields.findIndex(({ field }) => field === node.field);
  assert(at !== -1, `a field ${node.field}`);
  return at;
}

function fieldPlanOf(node: FormulaNode & { readonly op: 'input' }, scale: bigint): FieldPlan {
  const { field, unit, options } = node;
  assert(unit !== 'choice' || options !== undefined, `${field} is a choice from a closed list`);
  return { field, unit, scale, ...(options === undefined ? {} : { options }) };
}

/** The unit of a fact decides its scale. */
function isAlike(a: FieldPlan, b: FieldPlan): boolean {
  return a.unit === b.unit && a.options?.join('\n') === b.options?.join('\n');
}
