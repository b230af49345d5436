import type { Bilingual } from '#kernel/bilingual';

/** The rules by which lines are matched; each match states its rule. No rule has a tolerance. */
export const MATCH_RULES = {
  named: {
    zh: '两人确认的对应关系',
    en: 'two people named them as one',
  },
  reference: {
    zh: '凭证号相同，合计相等',
    en: 'the same reference, equal sums',
  },
  reference_amount: {
    zh: '凭证号相同，逐笔金额相等',
    en: 'the same reference, equal amounts one by one',
  },
  day_amount: {
    zh: '同日、同额、两边笔数相同',
    en: 'the same day and amount, as many on one side as on the other',
  },
  day_amount_surplus: {
    zh: '同日、同额，一边多出的留作差异',
    en: 'the same day and amount; what one side has too many is left open',
  },
  amount_nearby: {
    zh: '窗口内同额，两边各只有这一笔',
    en: 'the same amount within the window, and no other that it could be on either side',
  },
  sum_nearby: {
    zh: '窗口内一笔等于多笔之和，只有一种组合',
    en: 'one line is the sum of several within the window, in one way only',
  },
  cancelled: {
    zh: '同一方自行冲回',
    en: 'one side took its own line back',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type MatchRule = keyof typeof MATCH_RULES;

/** A match: ids of the lines of both sides, whose sums are equal to the fen. */
export interface Match {
  readonly rule: MatchRule;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Sum of each side, in fen. */
  readonly amount: bigint;
}

/** A pair that one person named and another confirmed: this event of ours answers this open line. */
export interface NamedPair {
  readonly item: string;
  readonly event: string;
}
