import type { Refusal } from '#kernel/decision';

/** A figure with more decimals than targets reckon with: it would have to be rounded, and nothing says how. */
export function figureTooFine(at: string, scale: bigint): Refusal {
  const decimals = scale.toString().length - 1;
  return {
    code: 'too_many_decimals',
    at,
    what: { zh: `小数位数过多（最多 ${decimals} 位）`, en: `has more than ${decimals} decimals` },
    next: { zh: '请减少小数位数', en: 'give it with fewer decimals' },
  };
}

/** Thresholds of a scale as the pack fills them: the upper one lies below the lower one. */
export function thresholdBelow(upper: string, lower: string): Refusal {
  return {
    code: 'thresholds_not_ascending',
    at: upper,
    what: { zh: `分段标准低于前一段的 ${lower}`, en: `the threshold lies below ${lower}, the one before it` },
    next: { zh: '请改正政策包中的分段标准', en: 'correct the thresholds in the pack' },
  };
}
