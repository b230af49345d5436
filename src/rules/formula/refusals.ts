import type { Refusal } from '#kernel/decision';

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
