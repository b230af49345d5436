import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { compareRationals, rational } from '#kernel/rational';
import { sizeText } from '#rules/formula/figure';
import { formulaFault } from '#rules/formula/formula-fault';
import type { Bounds } from '#rules/formula/intervals';
import { placeOf, type Claim, type Formula, type FormulaNode } from '#rules/formula/node';

/** What a column of whole numbers holds in any database: 64 bits with a sign. */
const LARGEST = rational(2n ** 63n - 1n);
const SMALLEST = rational(-(2n ** 63n - 1n));
const ZERO = rational(0n);

/** What must be proved of a node by itself: its divisor is above zero, its bands ascend. */
export function nodeProofFaults(formula: Formula, node: FormulaNode, bounds: Bounds): readonly Bilingual[] {
  if (node.op === 'mulDiv') return divisorFaults(formula, node, bounds);
  // Stryker disable next-line ConditionalExpression: what has no bands has no thresholds either
  return node.op === 'marginal' ? thresholdFaults(formula, node, bounds) : [];
}

function divisorFaults(formula: Formula, { args }: FormulaNode, bounds: Bounds): readonly Bilingual[] {
  const by = args[2] ?? -1;
  const low = bounds.range(by)?.low;
  if (low !== undefined && compareRationals(low, ZERO) > 0) return [];
  const found = foundOf(formula, by, bounds);
  return [
    {
      zh: `不能证明除数大于零（${found.zh}）`,
      en: `its divisor is not proved to be above zero (${found.en})`,
    },
  ];
}

/**
 * Constants must ascend one by one. What a place fills in is held to it when its values are read. Any other
 * threshold must be proved not to lie below the one before.
 */
function thresholdFaults(
  formula: Formula,
  node: FormulaNode & { readonly op: 'marginal' },
  bounds: Bounds,
): readonly Bilingual[] {
  const thresholds = node.args.slice(2, 1 + node.bands);
  return thresholds.slice(1).flatMap((upper, at) => {
    const lower = thresholds[at] ?? -1;
    // Stryker disable next-line OptionalChaining: each threshold was seen to be a node
    const ops = [lower, upper].map((each) => formula.nodes[each]?.op ?? 'input');
    const areConstant = ops.every((op) => op === 'constant');
    const ascends = areConstant ? !bounds.isAtMost(upper, lower) : bounds.isAtMost(lower, upper);
    if (ascends || (!areConstant && ops.every((op) => FILLED_IN.has(op)))) return [];
    return [
      {
        zh: `第 ${at + 2} 段的起点不高于第 ${at + 1} 段的起点`,
        en: `threshold ${at + 2} does not lie above threshold ${at + 1}`,
      },
    ];
  });
}

const FILLED_IN: ReadonlySet<string> = new Set(['value', 'lookup', 'constant']);

/** No amount that is given out may be more than a database can hold. */
export function outputRangeFaults(formula: Formula, bounds: Bounds): readonly Refusal[] {
  return [...new Set(Object.values(formula.outputs))].flatMap((index) => {
    // Stryker disable next-line OptionalChaining: each output was seen to be a node
    if (formula.nodes[index]?.unit !== 'fen') return [];
    const range = bounds.range(index);
    const isHeld =
      range !== undefined &&
      compareRationals(SMALLEST, range.low) <= 0 &&
      compareRationals(range.high, LARGEST) <= 0;
    if (isHeld) return [];
    const found = foundOf(formula, index, bounds);
    return [
      formulaFault(placeOf(formula, index), {
        zh: `可能溢出：超出 64 位整数（${found.zh}）`,
        en: `possible overflow: more than 64 bits can hold (${found.en})`,
      }),
    ];
  });
}

/** What a formula demands to be proved and is not. */
export function claimFaults(formula: Formula, bounds: Bounds): readonly Refusal[] {
  return formula.claims.flatMap((claim) => {
    if (formula.nodes[claim.node] === undefined || isUnknownBound(formula, claim)) {
      return [formulaFault(formula.id, { zh: '断言没有这个节点', en: 'a claim names no node' })];
    }
    if (claim.claim === 'not_negative') {
      const low = bounds.range(claim.node)?.low;
      if (low !== undefined && compareRationals(low, ZERO) >= 0) return [];
      const found = foundOf(formula, claim.node, bounds);
      return [
        formulaFault(placeOf(formula, claim.node), {
          zh: `不能证明它不小于零（${found.zh}）`,
          en: `is not proved never to be negative (${found.en})`,
        }),
      ];
    }
    return bounds.isAtMost(claim.node, claim.bound) ? [] : [notAtMost(formula, claim, bounds)];
  });
}

function isUnknownBound({ nodes }: Formula, claim: Claim): boolean {
  return claim.claim === 'at_most' && nodes[claim.bound] === undefined;
}

function notAtMost(
  formula: Formula,
  { node, bound }: Claim & { readonly claim: 'at_most' },
  bounds: Bounds,
): Refusal {
  const [found, limit] = [foundOf(formula, node, bounds), foundOf(formula, bound, bounds)];
  const place = placeOf(formula, bound);
  return formulaFault(placeOf(formula, node), {
    zh: `不能证明它不大于 ${place}（${found.zh}；后者${limit.zh}）`,
    en: `is not proved never to be above ${place} (${found.en}; the latter ${limit.en})`,
  });
}

/** The interval that was found, in the words of its unit. */
function foundOf({ nodes }: Formula, index: number, bounds: Bounds): Bilingual {
  const range = bounds.range(index);
  if (range === undefined) return { zh: '没有可证明的范围', en: 'has no proved range' };
  // Stryker disable next-line OptionalChaining: what has a range is a node
  const unit = nodes[index]?.unit ?? 'count';
  const [low, high] = [sizeText(unit, range.low), sizeText(unit, range.high)];
  return { zh: `在 ${low} 与 ${high} 之间`, en: `lies between ${low} and ${high}` };
}
