import type { NodeValue } from '#rules/explain/node';
import type { Trace } from '#rules/explain/trace';
import type { Quantity } from '#rules/value/quantity';
import type { ResolvedValue } from '#rules/value/resolve-value';

/**
 * Notes a pack value as one run uses it: its figure with its unit, its clauses, and its assumption where the policy
 * does not state it. A figure replaced for the run rests on no reading.
 */
export function noteValue(trace: Trace, id: string, value: ResolvedValue): { readonly node: string } {
  const { name, label, cite, standing, reading } = value;
  const readings = reading === undefined || standing === 'scenario' ? [] : [reading];
  const assumptions = standing === 'stated' ? [] : [name];
  return trace.note({ id, label, cite, readings, assumptions }, nodeValue(value.quantity));
}

function nodeValue(quantity: Quantity): NodeValue {
  switch (quantity.unit) {
    case 'fen':
      return { kind: 'fen', amount: quantity.text };
    case 'rate':
      return { kind: 'rate', rate: quantity.text };
    case 'choice':
      return { kind: 'choice', choice: quantity.text };
    default:
      return { kind: 'number', number: quantity.text, unit: quantity.unit };
  }
}
