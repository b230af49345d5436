import { present } from '#kernel/assert';
import type { FormulaNode } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** One way that a choosing node can go: the condition in JavaScript, none for the last, and its argument. */
export interface Arm {
  readonly when?: string;
  readonly position: number;
}

export type ChoosingNode = FormulaNode & { readonly op: 'if' | 'match' | 'exceptions' };

export function isChoosing(node: FormulaNode): node is ChoosingNode {
  return node.op === 'if' || node.op === 'match' || node.op === 'exceptions';
}

/** The positions of the arguments on which it depends which way a node goes. */
export function decidersOf(node: ChoosingNode): readonly number[] {
  if (node.op !== 'exceptions') return [0];
  return node.exceptions.map((_, at) => 1 + 2 * at);
}

/** The ways of a choosing node in the order in which they are tried; `text` writes an argument. */
export function armsOf(
  plan: TargetPlan,
  node: ChoosingNode,
  text: (position: number) => string,
): readonly Arm[] {
  switch (node.op) {
    case 'if':
      return [{ when: text(0), position: 1 }, { position: 2 }];
    case 'exceptions':
      return [
        ...node.exceptions.map((_, at) => ({ when: text(1 + 2 * at), position: 2 + 2 * at })),
        { position: 0 },
      ];
    case 'match':
      return matchArms(node, optionsOf(plan, present(node.args[0], 'the key')), text(0));
  }
}

function matchArms(
  node: FormulaNode & { readonly op: 'match' },
  options: readonly string[],
  key: string,
): readonly Arm[] {
  const positions = new Map<number, number[]>();
  options.forEach((option, at) => {
    const found = node.cases.indexOf(option);
    const position = 1 + (found === -1 ? node.cases.length : found);
    positions.set(position, [...(positions.get(position) ?? []), at]);
  });
  return [...positions].map(([position, at], index) => ({
    ...(index === positions.size - 1 ? {} : { when: at.map((each) => `${key} === ${each}`).join(' || ') }),
    position,
  }));
}

/** What a node that is a choice can be, in the order in which targets count it. */
export function optionsOf(plan: TargetPlan, index: number): readonly string[] {
  return present(nodeAt(plan, index).options, `the options of node ${index}`);
}

/**
 * A choice's position among other options than its own, as JavaScript; −1 where it is none of them. Positions
 * only: no option's name comes into a program.
 */
export function positionAmong(text: string, own: readonly string[], others: readonly string[]): string {
  const positions = own.map((option) => others.indexOf(option));
  // Stryker disable next-line ConditionalExpression,EqualityOperator,ArrowFunction: asked one by one each stands for itself
  if (positions.every((position, at) => position === at)) return text;
  const last = present(positions.at(-1), 'a choice has options');
  // Stryker disable next-line MethodExpression: asked or not, the last one is left
  return positions
    .slice(0, -1)
    .reduceRight((rest, position, at) => `(${text} === ${at} ? ${position} : ${rest})`, `${last}`);
}
