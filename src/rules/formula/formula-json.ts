import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import type { Formula } from '#rules/formula/node';

/** One text for one formula, byte for byte: what can be hashed, stored, and run again in a replay. */
export function formulaJson({ id, nodes, outputs }: Formula): string {
  return canonicalJson({ id, nodes, outputs } as unknown as CanonicalValue);
}
