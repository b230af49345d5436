import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { refuse, type Decision } from '#kernel/decision';
import { checkFormula } from '#rules/formula/check-formula';
import { formulaFault } from '#rules/formula/formula-fault';
import type { Formula } from '#rules/formula/node';
import { readFormula } from '#rules/formula/read-formula';
import type { FindShape } from '#rules/formula/value-shape';

/** One text for one formula, byte for byte: what can be hashed, stored, and run again in a replay. */
export function formulaJson({ id, nodes, outputs, claims }: Formula): string {
  return canonicalJson({ id, nodes, outputs, claims } as unknown as CanonicalValue);
}

/**
 * Reads a stored formula back and holds it to its rules again, so that a replay runs the very graph that was
 * stored. A text with anything that a formula does not say, or written otherwise, is refused.
 * @param shapes the pack's values; absent where the pack that the formula was built with is not at hand
 */
export function parseFormula(json: string, shapes?: FindShape): Decision<Formula> {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return refuse(formulaFault('', { zh: '不是 JSON 文本', en: 'is no JSON text' }));
  }
  const formula = readFormula(read);
  if (typeof formula === 'string') {
    return refuse(formulaFault(formula, { zh: '此处不是公式的内容', en: 'is not what a formula says here' }));
  }
  if (formulaJson(formula) !== json) {
    return refuse(
      formulaFault(formula.id, {
        zh: '不是公式的规范文本',
        en: 'is not the canonical text of a formula',
      }),
    );
  }
  return checkFormula(formula, shapes);
}
