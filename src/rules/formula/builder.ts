import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import type { Decision } from '#kernel/decision';
import { checkFormula } from '#rules/formula/check-formula';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Citation, Claim, Formula, FormulaNode, FormulaUnit } from '#rules/formula/node';
import { createOperators } from '#rules/formula/build-operators';
import type { FindShape } from '#rules/formula/value-shape';

export interface FormulaBuilder {
  /** Operators whose nodes follow these clauses and readings. */
  citing(citation: Citation): Operators;
  output(name: string, value: Expr): void;
  /** Demands a proof that the figure is never negative. */
  neverNegative(value: Expr<'fen' | 'count'>): void;
  /** Demands a proof that the figure is never above the bound. */
  neverAbove(value: Expr<'fen'>, bound: Expr<'fen'>): void;
  /** The formula, or everything that is wrong with it, each with the node's place. */
  build(): Decision<Formula>;
}

/** Builds one row formula. Equal nodes are one node (hash-consing), so that each is reckoned once. */
export function createFormulaBuilder(id: string, shapes: FindShape): FormulaBuilder {
  const nodes: FormulaNode[] = [];
  const known = new Map<string, number>();
  const outputs: Record<string, number> = {};
  const claims: Claim[] = [];

  function intern<U extends FormulaUnit>(node: FormulaNode & { readonly unit: U }): Expr<U> {
    const key = canonicalJson(node as unknown as CanonicalValue);
    const index = known.get(key) ?? nodes.push(node) - 1;
    known.set(key, index);
    return { node: index, unit: node.unit };
  }

  const optionsOf = (exprs: readonly Expr[]): { readonly options?: readonly string[] } => {
    // Stryker disable next-line OptionalChaining,ArrayDeclaration: every expression is a node, and every choice has options
    const options = exprs.flatMap(({ node }) => nodes[node]?.options ?? []);
    return options.length === 0 ? {} : { options: [...new Set(options)] };
  };

  return {
    citing: (citation) => createOperators({ citation, shapes, intern, optionsOf }),
    output: (name, value) => {
      outputs[name] = value.node;
    },
    neverNegative: (value) => {
      claims.push({ claim: 'not_negative', node: value.node });
    },
    neverAbove: (value, bound) => {
      claims.push({ claim: 'at_most', node: value.node, bound: bound.node });
    },
    build: () => checkFormula({ id, nodes, outputs, claims }, shapes),
  };
}
