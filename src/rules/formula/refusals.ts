import type { Refusal } from '#kernel/decision';
import { figureText, sizeText, type FormulaFigure } from '#rules/formula/figure';
import type { Interval } from '#rules/formula/unit-ranges';

/** A fact that the row must give and does not: named, never defaulted. */
export function inputMissing(field: string): Refusal {
  return {
    code: 'missing_field',
    at: field,
    what: { zh: '缺少此字段', en: 'the field is missing' },
    next: { zh: '请补充；缺失不等于零', en: 'give it: missing is never zero' },
  };
}

export function inputNotAnOption(field: string, choice: string, options: readonly string[]): Refusal {
  return {
    code: 'bad_value',
    at: field,
    what: { zh: `没有选项 ${choice}`, en: `${choice} is none of the options` },
    next: { zh: `可选：${options.join('、')}`, en: `choose one of ${options.join(', ')}` },
  };
}

/** A figure of the row or the pack outside what it may be: what is proved of a formula holds within only. */
export function outOfRange(at: string, figure: FormulaFigure, { low, high }: Interval): Refusal {
  const [atLeast, atMost] = [low, high].map((end) => sizeText(figure.unit, end));
  return {
    code: 'out_of_range',
    at,
    what: {
      zh: `${figureText(figure)} 不在 ${atLeast} 至 ${atMost} 之间`,
      en: `${figureText(figure)} does not lie between ${atLeast} and ${atMost}`,
    },
    next: { zh: '请核对并改正', en: 'check it and correct it' },
  };
}

/** A total of the person's year that is not known, because nobody gave it or an earlier row could not be reckoned. */
export function totalMissing(total: string): Refusal {
  return {
    code: 'missing_total',
    at: total,
    what: { zh: '缺少本年度累计', en: 'the total of the year so far is not known' },
    next: {
      zh: '请补充，或先更正本年度较早的记录；缺失不等于零',
      en: 'give it, or correct the earlier rows of the year first: missing is never zero',
    },
  };
}

export function thresholdsNotAscending(at: string): Refusal {
  return {
    code: 'thresholds_not_ascending',
    at,
    what: { zh: '分段的起止标准没有从低到高', en: 'the thresholds of the bands do not ascend' },
    next: { zh: '请改正政策包中的分段标准', en: 'correct the thresholds in the pack' },
  };
}
